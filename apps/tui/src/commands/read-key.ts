import { addAbortSignal } from 'node:stream';
import { text } from 'node:stream/consumers';
import { askKey } from '../keys/ask-key.ts';

/** The key for a host: asked for on a terminal that does not show it, or all that comes through a pipe. */
export async function readKey(
  host: string,
  { stdin, stderr }: Pick<NodeJS.Process, 'stdin' | 'stderr'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  // A pipe that stays open would hold a program that is to end.
  if (!stdin.isTTY) return text(addAbortSignal(signal, stdin)).catch(() => undefined);
  return askKey(`API key for ${host} (it is not shown): `, { input: stdin, output: stderr, signal });
}
