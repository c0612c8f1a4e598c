import { writeOut } from './write-out.ts';

/** Prints what was asked for; returns the exit code. A reader that closed the pipe early is not a failure. */
export async function print(
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  text: string,
): Promise<0 | 74> {
  const written = await writeOut(stdout, text);
  if (written.ok || written.code === 'EPIPE') return 0;
  stderr.write(`Standard output could not be written (${written.code}).\n`);
  return 74;
}
