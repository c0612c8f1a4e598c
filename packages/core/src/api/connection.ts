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
  /** `fetch` is the platform's, which by itself may send a request a second time, after a 421 (Fetch standard). */
  readonly mayRepeat: boolean;
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

/** A connection with the platform's `fetch`, its clock and a time-out of 30 s, where nothing else is given. */
export function connect({
  baseUrl,
  apiKey,
  fetch,
  now = Date.now,
  answerTimeout = defaultAnswerTimeout,
}: ConnectionOptions): Connection {
  const { hide: hideKey } = createRedactor([apiKey], { guess: false });
  return {
    baseUrl,
    apiKey,
    hideKey,
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
    mayRepeat: fetch === undefined,
    now,
    answerTimeout,
  };
}

/** `fetch` as the caller gives it: the platform's own, an editor's, or a sandbox in this process. */
export type Fetch = (request: Request) => Promise<Response>;
