import type { DraftStore } from '../drafts/draft-store.ts';
import { systemDrafts } from '../drafts/system-drafts.ts';

interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Deletes every draft and says how many there were. */
export function forgetDrafts(store: Pick<DraftStore, 'forgetAll' | 'directory'>, streams: Streams): 0 | 2 {
  const { count, problem } = store.forgetAll();
  const drafts = count === 1 ? '1 draft was' : `${count} drafts were`;
  streams.stdout.write(`${drafts} deleted from ${store.directory}.\n`);
  if (problem !== undefined) streams.stderr.write(`${problem}\n`);
  return problem === undefined ? 0 : 2;
}

/** The same for the drafts of the person who runs this program. */
export function forgetOwnDrafts(process: NodeJS.Process): 0 | 2 {
  return forgetDrafts(
    systemDrafts(process, (text) => text),
    process,
  );
}
