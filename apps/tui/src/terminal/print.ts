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

/** The result of a write: `undefined`, or the system's error code. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** Writes to the end, and finds out whether it arrived where it was written to. */
export function writeOut(stream: NodeJS.WritableStream, text: string): Promise<Written> {
  if (text === '') return Promise.resolve({ ok: true });
  return new Promise((resolve) => {
    stream.write(text, (error) => {
      const code = error && 'code' in error ? String(error.code) : 'unknown error';
      resolve(error ? { ok: false, code } : { ok: true });
    });
  });
}

/** Resolves once everything that was written before has left, or its reader is gone. */
export function flushed(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
