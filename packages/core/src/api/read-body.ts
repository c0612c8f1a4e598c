import type { JsonValue } from '../customer/json.ts';
import { limitIssue } from '../reading/json-limits.ts';
import { isExactNumber } from '../rules/custom-data-rules.ts';

/** Why nothing can be read from an answer's body. */
export type UnreadableReason = 'empty' | 'cut-off' | 'too-large' | 'too-deep' | 'html' | 'not-json';

export type AnswerBody =
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** Bytes; a customer takes a few thousand. */
const limit = 2_000_000;

/**
 * Reads an answer's body as JSON, whatever it says it is. Never throws: a body that breaks off, does not end before the
 * signal aborts, is too large or no JSON comes back as the reason. A number that would be rounded is kept as its
 * digits, in a string.
 */
export async function readBody(response: Response, signal: AbortSignal): Promise<AnswerBody> {
  const text = await readText(response, signal);
  if (typeof text !== 'string') return text;
  if (text.trim() === '') return unreadable('empty');
  if (text.trimStart().startsWith('<')) return unreadable('html');
  const overLimit = limitIssue(text, { characters: limit });
  if (overLimit) return unreadable(overLimit.code === 'too-deep' ? 'too-deep' : 'too-large');
  try {
    return { kind: 'json', value: mayRound.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text) };
  } catch {
    return unreadable('not-json');
  }
}

async function readText(response: Response, signal: AbortSignal): Promise<string | AnswerBody> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    reader = response.body?.getReader();
    if (!reader) return '';
    const text = await untilAborted(readAll(reader), signal);
    if (text !== undefined) return text;
    abandon(reader);
    return unreadable('too-large');
  } catch {
    abandon(reader);
    return unreadable('cut-off');
  }
}

/** The text of a stream; `undefined` when it is too large. */
async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > limit) return undefined;
    text += decoder.decode(value, { stream: true });
  }
}

/** Not awaited: a stream that never ends may never confirm that it was canceled either. */
function abandon(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): void {
  reader?.cancel().catch(() => {});
}

function unreadable(reason: UnreadableReason): AnswerBody {
  return { kind: 'unreadable', reason };
}

/** There is a number in every text that may lose digits, and few answers have one: looking at each takes far longer. */
const mayRound = /\d{16}|\d[.eE][-+\d]|-0/;

/** `context` is the source text access of ES2025; where a platform lacks it, numbers stay as they were parsed. */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const digits = context?.source;
  return typeof value === 'number' && digits !== undefined && !isExactNumber(digits) ? digits : value;
}

/**
 * The promise, given up as soon as the signal aborts: a `fetch` or a stream from elsewhere may ignore it.
 *
 * @throws the signal's reason, and whatever the promise rejects with.
 */
export function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    const settle = () => signal.removeEventListener('abort', giveUp);
    promise.then(resolve, reject).then(settle, settle);
  });
}
