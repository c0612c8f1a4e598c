import { type ApiFailure, toApiFailure } from './api-failure.ts';
import type { Connection } from './connection.ts';
import { type AnswerBody, readBody, untilAborted } from './read-body.ts';
import { hideInJson } from './redactor.ts';

/** An answer whose head arrived, whatever became of its body. */
export interface Answer {
  readonly kind: 'answer';
  /** 0 for a redirect in a browser, which shows no more of it. */
  readonly status: number;
  readonly body: AnswerBody;
  readonly retryAfter: number | undefined;
  /** How far the server's clock is ahead of ours, in milliseconds, by its `Date` header, which counts whole seconds. */
  readonly clockSkewMs?: number;
}

interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below the base URL, without a slash at its start. */
  readonly path: string;
  readonly json?: unknown;
  readonly signal: AbortSignal | undefined;
}

/** The longest time a timer knows, in milliseconds: past it, it would go off at once. */
const longestTimeout = 2 ** 31 - 1;

let loadedKy: Promise<typeof import('ky')> | undefined;

const withoutBody = { body: undefined, headers: {} };

/** As `exchange`, with a body. */
export function post(
  connection: Connection,
  request: Omit<ApiRequest, 'method'>,
): Promise<Answer | ApiFailure> {
  return exchange(connection, { method: 'POST', ...request });
}

/**
 * Sends one request and reads what comes back: no retry, no redirect followed, one deadline for head and body. Never
 * throws, and nothing that comes back holds the key.
 */
export async function exchange(connection: Connection, request: ApiRequest): Promise<Answer | ApiFailure> {
  const deadline = new AbortController();
  const { signal } = deadline;
  // Not `AbortSignal.any`, which costs more than the rest of this function.
  const cancel = () => deadline.abort(request.signal?.reason);
  request.signal?.addEventListener('abort', cancel, { once: true });
  if (request.signal?.aborted) cancel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [isPaced, began] = [false, false];
  try {
    await connection.pace?.(request.signal);
    isPaced = true;
    // Loaded with the first request: as it loads it tries out the platform's fetch, which takes Node long to set up.
    loadedKy ??= import('ky');
    const { default: ky } = await loadedKy;
    const { body: sent, headers } =
      request.json === undefined ? withoutBody : requestBody(request.json, connection);
    const authorization = `Bearer ${connection.apiKey.reveal()}`;
    const response = await ky(request.path, {
      method: request.method,
      prefix: connection.baseUrl,
      headers: { ...headers, accept: 'application/json', authorization },
      ...(sent === undefined ? {} : { body: sent }),
      signal,
      redirect: 'manual',
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      fetch: (input) => {
        signal.throwIfAborted();
        began = true;
        timer = setTimeout(() => deadline.abort(), Math.min(connection.answerTimeout, longestTimeout));
        return untilAborted(connection.fetch(input as Request), signal);
      },
    });
    const body = await readBody(response, signal);
    return {
      kind: 'answer',
      status: response.status,
      body: body.kind === 'json' ? { ...body, value: hideInJson(body.value, connection.hideKey) } : body,
      retryAfter: retryAfterSeconds(response, connection.now),
      ...clockSkew(response, connection.now()),
    };
  } catch (error) {
    if (!began) {
      const isAborted = !isPaced || request.signal?.aborted;
      return { kind: 'not-sent', reason: isAborted ? 'aborted' : 'unusable-url' };
    }
    const failure = toApiFailure(error);
    if (failure.kind === 'not-sent') return failure;
    if (request.signal?.aborted) return { kind: 'uncertain', reason: 'cancelled' };
    return deadline.signal.aborted ? { kind: 'uncertain', reason: 'answer-timeout' } : failure;
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', cancel);
  }
}

function clockSkew(response: Response, now: number): Pick<Answer, 'clockSkewMs'> {
  const date = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) ? {} : { clockSkewMs: date - now };
}

/** A wait that no one sits through, in seconds; a longer one is not believed. */
const longest = 3600;

/** How long an answer asks to wait, in whole seconds: `Retry-After` as seconds or as a date (RFC 9110). */
export function retryAfterSeconds(response: Response, now: () => number): number | undefined {
  const header = response.headers.get('retry-after')?.trim();
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now()) / 1000);
  return seconds >= 0 && seconds <= longest ? seconds : undefined;
}

/** What `fetch` takes for a body, with its headers. */
interface RequestBody {
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
