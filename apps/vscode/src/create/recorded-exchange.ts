import type { Fetch } from '@helpcrunch-customer-kit/core';

/** What came back to a create, as it came; `body` is its beginning when it is long or broke off. */
export interface RecordedExchange {
  readonly status: number;
  readonly body: string;
  readonly isCut: boolean;
  /** From the request to the last byte of its answer. */
  readonly milliseconds: number;
}

export interface Recorder {
  readonly fetch: Fetch;
  /** The answer to the last create; `undefined` when none came. */
  exchange(): RecordedExchange | undefined;
  /** Drops what was recorded, before another create. */
  forget(): void;
}

const longest = 1_000_000;

/**
 * Wraps a `fetch` to keep what is read of the answer to a create; look-ups pass by. It never reads ahead: what is given
 * up by whoever reads is over for the record too.
 */
export function recordCreate(inner: Fetch, now: () => number): Recorder {
  let recorded: RecordedExchange | undefined;
  return {
    async fetch(request) {
      const startedAt = now();
      const response = await inner(request);
      if (!new URL(request.url).pathname.endsWith('/customers')) return response;
      const { status, statusText, headers } = response;
      const record = (body: string, isWhole: boolean) => {
        const isCut = !isWhole || body.length > longest;
        recorded = { status, body: body.slice(0, longest), isCut, milliseconds: now() - startedAt };
      };
      record('', response.body === null);
      if (response.body === null) return response;
      return new Response(response.body.pipeThrough(textTap(record)), { status, statusText, headers });
    },
    exchange: () => recorded,
    forget() {
      recorded = undefined;
    },
  };
}

/** Passes bytes on as they are, and tells the text so far after each piece, and once it is whole. */
function textTap(
  tell: (text: string, isWhole: boolean) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const decoder = new TextDecoder();
  let text = '';
  return new TransformStream({
    transform(bytes, controller) {
      if (text.length <= longest) text += decoder.decode(bytes, { stream: true });
      tell(text, false);
      controller.enqueue(bytes);
    },
    flush: () => tell(text + decoder.decode(), true),
  });
}
