import type { FaultRun } from '../faults/fault.ts';
import type { ProxyRequest } from '../proxy/http.ts';
import type { StrangerKind } from './exchange.ts';

/** What no client can see through HTTP, and the promises that may break by it. */
export const limits = [
  {
    name: 'stored, then refused',
    summary:
      'The create is stored, and then refused in a way that says nothing about it, where no search can tell: 401, 403, 404, 413, or a customer without a user ID and email.',
    excuses: ['a no has none'],
  },
  {
    name: 'stored, then 429',
    summary:
      'The create is stored, and then answered with 429: it is not sent again, or no search can show it to the resend.',
    excuses: ['a no has none', 'no duplicates'],
  },
  {
    name: 'refused without a check before',
    summary:
      'The create is stored and then refused, the duplicate check before had failed, and the customer has no user ID.',
    excuses: ['a no has none'],
  },
  {
    name: 'refused, and the lookup fails',
    summary: 'The create is stored and then refused, and the lookup after it fails.',
    excuses: ['a no has none'],
  },
  {
    name: 'hidden by lag',
    summary: 'The create is stored and then refused, and the search does not show the customer yet.',
    excuses: ['a no has none', 'no duplicates'],
  },
  {
    name: 'equal stranger',
    summary:
      'Another program creates a customer with the same values after the duplicate check, and a search does not show ours.',
    excuses: ['a yes has a customer', 'a yes names the right customer'],
  },
  {
    name: 'another process',
    summary:
      'A script is run again in a new process, and the ledger of the first one was in memory: nothing remembers the earlier create.',
    excuses: ['asked before a second one', 'sent once', 'useful'],
  },
] as const;

export type LimitName = (typeof limits)[number]['name'];

interface Search {
  readonly request: ProxyRequest;
  readonly shown: readonly number[];
  readonly hidden: readonly number[];
  /** Creates that arrived so far. */
  readonly creates: number;
  readonly skippedMs: number;
}

/** Notes each limit at the moment when it is real, from what was stored, answered and shown. */
export interface LimitRecorder {
  onSearch(search: Search): void;
  /** A search is answered without searching. */
  onFailedSearch(): void;
  /** A create is answered; `isStored` when it made a customer. */
  onAnswer(request: ProxyRequest, status: number, isStored: boolean): void;
  names(): readonly LimitName[];
}

/** 4xx after which the kit, too, does not take a create for refused. */
const undecided: ReadonlySet<number> = new Set([408, 421, 425, 499]);
/** No search follows these: nothing was carried out, or nothing was let through. */
const unsearched: ReadonlySet<number> = new Set([401, 403, 404, 413]);
/** 4xx that say nothing about the customer. */
const unspecific: ReadonlySet<number> = new Set([401, 403, 429]);
/** After this time a match by email alone proves nothing, and can be known to prove nothing. */
const maxEmailMatchMs = 10 * 60_000;

export function createLimits({
  run,
  strangers,
  isOurs,
}: {
  readonly run: FaultRun;
  readonly strangers: ReadonlyMap<number, StrangerKind>;
  readonly isOurs: (id: number) => boolean;
}): LimitRecorder {
  const noted = new Set<LimitName>();
  const knownTwins = new Set<number>();
  /** Creates whose refusal says that a customer like theirs may be another program's. */
  let refusedCreates = 0;
  let isRefused = false;
  let isStoredAndRefused = false;
  let hasChecked = false;

  return {
    onSearch({ request, shown, hidden, creates, skippedMs }) {
      const twins = shown.filter((id) => strangers.get(id) === 'twin');
      if (creates === 0) {
        hasChecked = true;
        for (const id of twins) knownTwins.add(id);
        return;
      }
      if (isRefused && hidden.some(isOurs)) noted.add('hidden by lag');
      const isTooLate = skippedMs > maxEmailMatchMs && !searchedField(request).includes('userId');
      const isMisleading = twins.some((id) => !knownTwins.has(id)) && !shown.some(isOurs);
      if (isMisleading && !isTooLate && creates > refusedCreates) noted.add('equal stranger');
    },
    onFailedSearch() {
      if (isStoredAndRefused) noted.add('refused, and the lookup fails');
    },
    onAnswer(request, status, isStored) {
      isRefused = status >= 400 && status < 500 && !undecided.has(status);
      if (isRefused && !unspecific.has(status)) refusedCreates += 1;
      isStoredAndRefused = isRefused && isStored;
      if (!isStoredAndRefused) return;
      const { userId, email } = JSON.parse(Buffer.from(request.body).toString('utf8')) as Record<
        string,
        unknown
      >;
      const cannotSearch = userId === undefined && email === undefined;
      if (status === 429) noted.add('stored, then 429');
      else if (unsearched.has(status) || cannotSearch) noted.add('stored, then refused');
      else if (!hasChecked && run.onSearch && userId === undefined)
        noted.add('refused without a check before');
    },
    names: () => [...noted],
  };
}

function searchedField({ body }: ProxyRequest): string {
  const { filter } = JSON.parse(Buffer.from(body).toString('utf8')) as { filter?: { field?: string }[] };
  return filter?.[0]?.field ?? '';
}
