import type { ApiKey } from './api-key.ts';
import { createRedactor } from './redactor.ts';

/** One account of HelpCrunch, and what is needed to reach it. */
export interface Connection {
  /** As `readBaseUrl` returns it: version included, no slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: ApiKey;
  /** Takes this key out of what comes back. */
  readonly hideKey: (text: string) => string;
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long an answer may take, its body included, in milliseconds. */
  readonly answerTimeout: number;
  /** Waits for its turn before each request; the answer's time runs from then on. Rejects when it is aborted. */
  readonly pace?: ((signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

export interface ConnectionOptions {
  readonly baseUrl: string;
  readonly apiKey: ApiKey;
  readonly fetch?: Fetch | undefined;
  readonly now?: (() => number) | undefined;
  readonly answerTimeout?: number | undefined;
}

export const defaultAnswerTimeout = 30_000;

/** A connection with `fetchOnce`, the platform's clock and a time-out of 30 s, where nothing else is given. */
export function connect({
  baseUrl,
  apiKey,
  fetch = fetchOnce(),
  now = Date.now,
  answerTimeout = defaultAnswerTimeout,
}: ConnectionOptions): Connection {
  const { hide: hideKey } = createRedactor([apiKey], { guess: false });
  return { baseUrl, apiKey, hideKey, fetch, now, answerTimeout };
}

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
