/** What `fetch` takes for a body, with its headers. */
export interface RequestBody {
  readonly body: string | ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * JSON as the body of a request. Where `fetch` may repeat a request, it is a stream, which is gone once it was read. It
 * still travels in one piece with its length, not in chunks. Where a request cannot carry its own length, as in browsers,
 * it is text.
 */
export function requestBody(json: unknown, { mayRepeat }: { readonly mayRepeat: boolean }): RequestBody {
  const text = JSON.stringify(json);
  const type = { 'content-type': 'application/json' };
  if (!mayRepeat || !carriesLength()) return { body: text, headers: type };
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return { body, headers: { ...type, 'content-length': String(bytes.byteLength) } };
}

/** The answer for a platform's `Request`: asking takes about as long as sending. */
let known: { readonly platform: typeof Request; readonly carriesLength: boolean } | undefined;

/** Browsers leave the header out, and stream a body, if at all, in chunks and over HTTP/2 alone. */
function carriesLength(): boolean {
  if (known?.platform !== globalThis.Request) {
    const { headers } = new Request('https://localhost', { headers: { 'content-length': '1' } });
    known = { platform: globalThis.Request, carriesLength: headers.has('content-length') };
  }
  return known.carriesLength;
}
