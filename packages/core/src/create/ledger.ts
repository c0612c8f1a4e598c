import type { CreateCustomerPayload } from '../customer/draft.ts';
import type { SentAttempt } from './evidence.ts';
import type { OutcomeName } from './outcome.ts';

/** What became of a send: `sending` while its process lives, then the name of its outcome. */
export type LedgerState = 'sending' | OutcomeName;

/** One create as the ledger remembers it. */
export interface LedgerEntry {
  readonly id: string;
  readonly state: LedgerState;
  /** How it is like the create that asks: the same body, else the same user ID, else the same email, else its key. */
  readonly same: 'content' | 'userId' | 'email' | 'key';
  /** It was made under the idempotency key of the create that asks. */
  readonly hasSameKey?: true;
  /** It was a row of an import, which is known by its key. */
  readonly isRow?: true;
  /** It was sent with another API key to the same host, and so perhaps to another account: this key proves nothing about it. */
  readonly isOtherAccount?: true;
  /** Milliseconds since its state was last written; negative where the clock was set back since. */
  readonly age: number;
  /** Kept until it is known for certain what became of it. */
  readonly attempt?: SentAttempt;
  /** HelpCrunch's id, once the customer is known to exist. */
  readonly customerId?: string;
}

/** An entry as a caller has classified it. */
export type ClassifiedEntry = Pick<LedgerEntry, 'id' | 'state'>;

export interface LedgerSubject {
  readonly fingerprint: string;
  readonly request: CreateCustomerPayload;
  /** A name that the caller gives to this create: under one key, a customer is created once. */
  readonly idempotencyKey?: string | undefined;
  /** It is a row of an import, which is known by its key: another row with the same content is another customer. */
  readonly isRow?: boolean | undefined;
}

export type BeginResult =
  | { readonly kind: 'began'; readonly id: string }
  /** Another create that matters was written since the caller looked: it has to look again. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'not-writable'; readonly message: string };

/** How a create ended, as far as it is to be remembered. */
export interface Settlement {
  readonly state: OutcomeName;
  readonly at: number;
  readonly customerId?: string;
  /** Of an unknown one: its attempt was refused; see `SentAttempt`. */
  readonly wasRefused?: true;
}

/** Remembers what was sent to one account. A port: in memory here, on disk in a package of its own. Never throws. */
export interface Ledger {
  /** Earlier creates with the same content, user ID or idempotency key, and unresolved ones with the same email. */
  find(subject: LedgerSubject): Promise<readonly LedgerEntry[]>;
  /**
   * Writes, before the request leaves, that it is about to. `known` are all entries that the caller has classified, in the
   * state that it saw; `id` is the entry of an earlier try that is repeated after a rate limit.
   */
  begin(
    subject: LedgerSubject,
    attempt: SentAttempt,
    options: { readonly known: readonly ClassifiedEntry[]; readonly id?: string | undefined },
  ): Promise<BeginResult>;
  /** Writes what became of it. False when that could not be written; the entry then stays unresolved. */
  settle(id: string, settlement: Settlement): Promise<boolean>;
}

/** States after which the request may have made a customer, or after which a later search may show that it did. */
const unsure: ReadonlySet<LedgerState> = new Set(['sending', 'unknown', 'rate-limited', 'blocked']);

/** True while an entry's attempt has to be kept. */
export function keepsAttempt(state: LedgerState): boolean {
  return unsure.has(state);
}

/** True when the create made the customer, or still may have. */
export function mayHaveCreated(state: LedgerState): boolean {
  return state === 'sending' || state === 'unknown' || state === 'created';
}

/**
 * True when a create must be classified again before it is sent: an entry is new, was settled otherwise meanwhile, or is being
 * sent right now. `entries` is what `find` returns now; see `Ledger.begin` for the rest.
 */
export function hasNews(
  entries: readonly LedgerEntry[],
  { known, id }: { readonly known: readonly ClassifiedEntry[]; readonly id?: string | undefined },
): boolean {
  const classified = new Map(known.map((entry) => [entry.id, entry.state]));
  const isNews = (entry: LedgerEntry) =>
    classified.get(entry.id) !== entry.state || (entry.state === 'sending' && !entry.isOtherAccount);
  const isOwn = (entry: ClassifiedEntry) => entry.id === id && entry.state === 'rate-limited';
  const current = new Set(entries.map((entry) => entry.id));
  // A settled entry with the same email alone is not found anymore.
  const isGone = (entry: ClassifiedEntry) => keepsAttempt(entry.state) && !current.has(entry.id);
  return (
    entries.some((entry) => !isOwn(entry) && isNews(entry)) ||
    known.some((entry) => entry.id !== id && isGone(entry))
  );
}

interface Line {
  readonly id: string;
  readonly subject: LedgerSubject;
  readonly state: LedgerState;
  /** By the ledger's own clock. */
  readonly written: number;
  readonly attempt: SentAttempt;
  readonly customerId?: string;
}

/** Entries of all ledgers in memory: an id is unique in its process. `crypto.randomUUID` makes Node load its web crypto first. */
let entryCount = 0;

/** A ledger of one account that lasts as long as this process. `now` is a clock in milliseconds that is never set. */
export function createMemoryLedger({ now = () => performance.now() } = {}): Ledger {
  const lines = new Map<string, Line>();

  const find = (subject: LedgerSubject) => {
    // One reading: the ages of entries are compared.
    const current = now();
    return [...lines.values()].flatMap((line): LedgerEntry[] => {
      const { idempotencyKey } = subject;
      const hasSameKey = idempotencyKey !== undefined && idempotencyKey === line.subject.idempotencyKey;
      const same = sameness(line.subject, subject) ?? (hasSameKey ? 'key' : undefined);
      if (!same || (!hasSameKey && !matters(line.state, same))) return [];
      const { id, state, written, attempt, customerId } = line;
      return [
        {
          id,
          state,
          same,
          age: current - written,
          ...(hasSameKey ? { hasSameKey } : {}),
          ...(line.subject.isRow ? { isRow: true } : {}),
          ...(keepsAttempt(state) ? { attempt } : {}),
          ...(customerId === undefined ? {} : { customerId }),
        },
      ];
    });
  };

  return {
    find: async (subject) => find(subject),
    async begin(subject, attempt, { known, id: ownId }) {
      if (hasNews(find(subject), { known, id: ownId })) return { kind: 'conflict' };
      entryCount += 1;
      const id = ownId ?? `in-memory-${entryCount}`;
      lines.set(id, { id, subject, state: 'sending', written: now(), attempt });
      return { kind: 'began', id };
    },
    async settle(id, { state, customerId, wasRefused }) {
      const line = lines.get(id);
      const named = customerId === undefined ? {} : { customerId };
      if (!line) return false;
      const attempt = wasRefused ? { ...line.attempt, wasRefused } : line.attempt;
      lines.set(id, { ...line, state, written: now(), attempt, ...named });
      return true;
    },
  };
}

/** A settled create with the same email alone says nothing: an email is not unique, and the duplicate check shows who has it. */
function matters(state: LedgerState, same: LedgerEntry['same']): boolean {
  return same !== 'email' || keepsAttempt(state);
}

function sameness(one: LedgerSubject, other: LedgerSubject): LedgerEntry['same'] | undefined {
  if (one.fingerprint === other.fingerprint) return 'content';
  for (const key of ['userId', 'email'] as const) {
    if (one.request[key] !== undefined && one.request[key] === other.request[key]) return key;
  }
  return undefined;
}
