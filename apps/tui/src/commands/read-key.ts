import { text } from 'node:stream/consumers';
import { askKey } from '../keys/ask-key.ts';

/** The key for a host: asked for on a terminal that does not show it, or all that comes through a pipe. */
export async function readKey(
  host: string,
  { stdin, stderr }: Pick<NodeJS.Process, 'stdin' | 'stderr'>,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!stdin.isTTY) return text(stdin);
  return askKey(`API key for ${host} (it is not shown): `, { input: stdin, output: stderr, signal });
}
