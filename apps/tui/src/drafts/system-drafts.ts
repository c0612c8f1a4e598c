import { homedir } from 'node:os';
import { draftDirectory } from './draft-directory.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { isProcessAlive } from './process-alive.ts';

type DraftProcess = Pick<NodeJS.Process, 'pid' | 'platform' | 'env'>;

/** The drafts of the person who runs this program, where their system keeps such things. */
export function systemDrafts(
  { pid, platform, env }: DraftProcess,
  hide: (text: string) => string,
): DraftStore {
  return createDraftStore({
    directory: draftDirectory({ platform, environment: env, home: homeOf(env) }),
    pid,
    startedAt: Date.now(),
    isAlive: isProcessAlive,
    now: Date.now,
    hide,
  });
}

/** Without a home there is still a place to try; the store tells when it cannot be written to. */
function homeOf(environment: NodeJS.ProcessEnv): string {
  try {
    return homedir();
  } catch {
    return environment['HOME'] ?? '/';
  }
}
