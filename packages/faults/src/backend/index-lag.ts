import type { FaultRun } from '../faults/fault.ts';
import type { RawAnswer } from '../proxy/http.ts';
import type { StrangerKind } from './exchange.ts';

interface SearchPage {
  readonly data: readonly { readonly id: number }[];
  readonly total: number;
}

/** What one search shows, and what it does not show yet. */
export interface SearchResult {
  readonly shown: readonly number[];
  readonly hidden: readonly number[];
  readonly page: RawAnswer;
}

/** HelpCrunch's search index, which may lag behind its store. */
export interface SearchIndex {
  /** Removes from the sandbox's own answer what is not to be found yet. */
  search(answer: RawAnswer): SearchResult;
}

export function createIndex({ lag }: FaultRun, strangers: ReadonlyMap<number, StrangerKind>): SearchIndex {
  const misses = new Map<number, number>();

  function isHidden(id: number): boolean {
    const max = (strangers.has(id) ? lag?.strangers : lag?.ours) ?? 0;
    const missed = misses.get(id) ?? 0;
    misses.set(id, missed + 1);
    return missed < max;
  }

  return {
    search(answer) {
      if (answer.status !== 200) return { shown: [], hidden: [], page: answer };
      const { data, total } = JSON.parse(Buffer.from(answer.body).toString('utf8')) as SearchPage;
      const hidden = data.filter(({ id }) => isHidden(id));
      const shown = data.filter((customer) => !hidden.includes(customer));
      const page =
        hidden.length === 0
          ? answer
          : { ...answer, body: Buffer.from(JSON.stringify({ data: shown, total: total - hidden.length })) };
      return { shown: shown.map(({ id }) => id), hidden: hidden.map(({ id }) => id), page };
    },
  };
}
