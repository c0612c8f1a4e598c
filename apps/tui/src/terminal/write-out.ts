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
