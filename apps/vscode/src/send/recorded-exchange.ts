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
  /** The answer to the create, once it is there; `undefined` when none came. */
  exchange(): Promise<RecordedExchange | undefined>;
}

const longest = 1_000_000;

/** Wraps a `fetch` to keep a copy of what is answered to a create; look-ups pass by. */
export function recordCreate(inner: Fetch, now: () => number): Recorder {
  let recorded: Promise<RecordedExchange> | undefined;
  return {
    async fetch(request) {
      const startedAt = now();
      const response = await inner(request);
      if (!new URL(request.url).pathname.endsWith('/customers')) return response;
      const copy = response.clone();
      recorded = readCopy(copy).then((body) => ({
        status: response.status,
        ...body,
        milliseconds: now() - startedAt,
      }));
      return response;
    },
    exchange: async () => recorded,
  };
}

async function readCopy(response: Response): Promise<{ body: string; isCut: boolean }> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let body = '';
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      body += decoder.decode(part.value, { stream: true });
      if (body.length > longest) {
        reader?.cancel().catch(() => {});
        return { body: body.slice(0, longest), isCut: true };
      }
    }
    return { body: body + decoder.decode(), isCut: false };
  } catch {
    return { body, isCut: true };
  }
}
