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

/** The address of HelpCrunch's API (documented). */
export const defaultBaseUrl = 'https://api.helpcrunch.com/v1';

/** Why a text cannot be used as the base URL. */
export type BaseUrlIssue =
  | 'not-a-url'
  | 'angle-brackets'
  | 'blank-inside'
  | 'not-https'
  | 'credentials'
  | 'query';

export type BaseUrlReading =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly issue: BaseUrlIssue };

/**
 * Checks a base URL, version included: https, or http on loopback only, so that no key crosses a network in the clear.
 * Comes back without a slash at its end.
 */
export function readBaseUrl(text: string): BaseUrlReading {
  const trimmed = text.trim();
  const issue = baseUrlIssue(trimmed);
  return issue ? { ok: false, issue } : { ok: true, url: new URL(trimmed).href.replace(/\/+$/, '') };
}

function baseUrlIssue(text: string): BaseUrlIssue | undefined {
  if (/[<>]/.test(text)) return 'angle-brackets';
  if (/\s/.test(text)) return 'blank-inside';
  if (!URL.canParse(text)) return 'not-a-url';
  const url = new URL(text);
  if (url.username || url.password) return 'credentials';
  // A parsed URL does not show a bare `?` or `#`, which would still swallow the path after it.
  if (/[?#]/.test(text)) return 'query';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return undefined;
  return url.protocol === 'http:' ? 'not-https' : 'not-a-url';
}

/** `hostname` as the URL parser normalizes it: 127.1 is already 127.0.0.1. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
