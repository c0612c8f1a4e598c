import { systemDrafts } from '../drafts/system-drafts.ts';

/** Deletes every draft of the person who runs this program, and says how many there were. */
export function forgetDrafts(process: NodeJS.Process): 0 | 2 {
  const store = systemDrafts(process, (text) => text);
  const { count, problem } = store.forgetAll();
  const drafts = count === 1 ? '1 draft was' : `${count} drafts were`;
  process.stdout.write(`${drafts} deleted from ${store.directory}.\n`);
  if (problem !== undefined) process.stderr.write(`${problem}\n`);
  return problem === undefined ? 0 : 2;
}
