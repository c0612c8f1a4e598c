import type { Fetch, Step } from '@helpcrunch-customer-kit/core';
import type { Header, RecordedExchange } from '../attempts/attempt.ts';

export interface Recorder {
  readonly fetch: Fetch;
  /** The response to the last create, or to the last lookup that failed; `undefined` when there was none. */
  exchange(step: Step): RecordedExchange | undefined;
  /** Drops what was recorded, before another create. */
  forget(): void;
}

const maxBodyLength = 1_000_000;

/**
 * Wraps a `fetch` to record the response to a create and that to a lookup that failed. It never reads ahead: where the
 * reader stops, the record ends.
 */
export function recordCreate(inner: Fetch, now: () => number): Recorder {
  const recorded = new Map<Step, RecordedExchange>();
  return {
    async fetch(request) {
      const startedAt = now();
      const requestHeaders = [...request.headers].map(withoutSecret);
      const response = await inner(request);
      const isCreate = new URL(request.url).pathname.endsWith('/customers');
      if (!isCreate && response.ok) return response;
      const { status, statusText, headers } = response;
      const head = { status, statusText, headers: [...headers].map(withoutSecret), requestHeaders };
      const record: Record = (body, bytes, isWhole) =>
        recorded.set(isCreate ? 'create' : 'duplicate-check', {
          ...head,
          bytes,
          body: body.slice(0, maxBodyLength),
          isCut: !isWhole || body.length > maxBodyLength,
          milliseconds: now() - startedAt,
        });
      record('', 0, response.body === null);
      if (response.body === null) return response;
      return new Response(response.body.pipeThrough(textTap(record)), { status, statusText, headers });
    },
    exchange: (step) => recorded.get(step),
    forget: () => recorded.clear(),
  };
}

const secretHeaders: ReadonlySet<string> = new Set(['authorization', 'set-cookie']);

/** A secret's header shows only that it was there. */
function withoutSecret([name, value]: Header): Header {
  return secretHeaders.has(name) ? [name, '(hidden)'] : [name, value];
}

type Record = (text: string, bytes: number, isWhole: boolean) => void;

/** Passes bytes on unchanged, and reports the text so far after each chunk and at the end. */
function textTap(report: Record): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  return new TransformStream({
    transform(bytes, controller) {
      size += bytes.length;
      if (text.length <= maxBodyLength) text += decoder.decode(bytes, { stream: true });
      report(text, size, false);
      controller.enqueue(bytes);
    },
    flush: () => report(text + decoder.decode(), size, true),
  });
}
