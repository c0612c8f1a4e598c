import { join } from 'node:path';
import { systemProcesses } from '../ledger/process-identity.ts';
import { systemStateFolder } from '../state-folder.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';

/** The drafts of the person who runs this program, in the state folder. */
export function systemDrafts(
  process: Pick<NodeJS.Process, 'platform' | 'env'>,
  hide: (text: string) => string,
): DraftStore {
  return createDraftStore({
    directory: join(systemStateFolder(process), 'drafts'),
    processes: systemProcesses(),
    startedAt: Date.now(),
    now: Date.now,
    hide,
  });
}
