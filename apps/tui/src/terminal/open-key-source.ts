import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/**
 * Where keys come from: standard input, or the terminal itself when the customer comes through standard input.
 * Plain standard input without a terminal, as in an unattended job.
 */
export function openKeySource(
  { stdin, platform }: Pick<NodeJS.Process, 'stdin' | 'platform'>,
  from: string | undefined,
): ReadStream {
  // Windows has no device of that name; there the customer comes from a file.
  if (stdin.isTTY || from !== '-' || platform === 'win32') return stdin;
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    return stdin;
  }
}
