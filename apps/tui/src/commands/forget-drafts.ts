import { systemDrafts } from '@helpcrunch-customer-kit/local';
import { print } from '../terminal/print.ts';
import { printable } from '../terminal/printable.ts';

/** Deletes every draft of the person who runs this program, and says how many there were. */
export async function forgetDrafts(process: NodeJS.Process): Promise<0 | 2 | 74> {
  const store = systemDrafts(process, (text) => text);
  const { count, problem } = store.forgetAll();
  const drafts = count === 1 ? '1 draft was' : `${count} drafts were`;
  const printed = await print(process, `${printable(`${drafts} deleted from ${store.directory}.`)}\n`);
  if (problem !== undefined) process.stderr.write(`${printable(problem)}\n`);
  return problem === undefined ? printed : 2;
}
