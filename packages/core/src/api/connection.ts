import type { ApiKey } from './api-key.ts';

/** `fetch` as the world gives it: the platform's own, an editor's, or a sandbox in this process. */
export type Fetch = (request: Request) => Promise<Response>;

/** One account of HelpCrunch, and what the world gives to reach it. */
export interface Connection {
  /** As `readBaseUrl` returns it: version included, no slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: ApiKey;
  readonly fetch: Fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long an answer may take, its body included, in milliseconds. */
  readonly answerTimeout: number;
}

export interface ConnectionOptions {
  readonly baseUrl: string;
  readonly apiKey: ApiKey;
  readonly fetch?: Fetch | undefined;
  readonly now?: (() => number) | undefined;
  readonly answerTimeout?: number | undefined;
}

export const defaultAnswerTimeout = 30_000;

/** A connection with the platform's `fetch` and clock and a time-out of 30 s, where nothing else is given. */
export function connect({
  baseUrl,
  apiKey,
  fetch = (request) => globalThis.fetch(request),
  now = Date.now,
  answerTimeout = defaultAnswerTimeout,
}: ConnectionOptions): Connection {
  return { baseUrl, apiKey, fetch, now, answerTimeout };
}
