import type { ApiKey } from './api-key.ts';
import { type Fetch, fetchOnce } from './fetch-once.ts';
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
