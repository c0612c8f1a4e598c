/** `fetch` as the caller gives it: the platform's own, an editor's, or a sandbox in this process. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * The platform's `fetch`, kept from sending a request a second time by itself, as it may after a 421 (Fetch standard):
 * a body that is a stream is gone once it was read. It still travels in one piece with its length, not in chunks. Where
 * a request cannot carry its own length, as in browsers, it goes as it is.
 *
 * @throws what `fetch` throws.
 */
export function fetchOnce(fetch: Fetch = (request) => globalThis.fetch(request)): Fetch {
  return async (request) => fetch(carriesLength() ? await unrepeatable(request) : request);
}

/** Browsers leave the header out, and stream a body, if at all, in chunks and over HTTP/2 alone. */
function carriesLength(): boolean {
  return new Request('https://localhost', { headers: { 'content-length': '1' } }).headers.has(
    'content-length',
  );
}

async function unrepeatable(request: Request): Promise<Request> {
  if (request.body === null) return request;
  const bytes = new Uint8Array(await request.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const headers = new Headers(request.headers);
  headers.set('content-length', String(bytes.byteLength));
  // `duplex` is asked for with a stream, and not in every list of types yet.
  const init: RequestInit & { readonly duplex: 'half' } = { body, headers, duplex: 'half' };
  return new Request(request, init);
}
