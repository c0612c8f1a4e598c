import {
  type AccountKind,
  createRedactor,
  hideInJson,
  type JsonValue,
  type Outcome,
  outcomeTraits,
  type ReadCustomer,
  type Redactor,
  rateLimitWait,
  type Tone,
} from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/accounts.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import type { CustomerPlace } from '../source/places.ts';

export interface AttemptAccount {
  readonly kind: AccountKind;
  readonly label: string;
  readonly host: string | undefined;
  readonly baseUrl: string;
  /** See `Account`. */
  readonly identity: string;
}

/** A header: its name in lower case, and its value. */
export type Header = readonly [name: string, value: string];

/** The response to a create as it arrived; `body` is its beginning when it is long or broke off. */
export interface RecordedExchange {
  readonly status: number;
  /** This and the next three are missing in what an earlier version kept. */
  readonly statusText?: string;
  readonly headers?: readonly Header[];
  /** Without the key. */
  readonly requestHeaders?: readonly Header[];
  /** The size of the body that arrived. */
  readonly bytes?: number;
  readonly body: string;
  readonly isCut: boolean;
  /** From the request to the last byte of its answer. */
  readonly milliseconds: number;
}

/** One try to create a customer: plain data, kept to be shown again after a reload. */
export interface Attempt {
  readonly account: AttemptAccount;
  readonly customer: ReadCustomer;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** When its outcome was known, in the same unit. */
  readonly endedAt: number;
  readonly exchange?: RecordedExchange;
  /** The document it came from, and where in it. */
  readonly uri?: string;
  readonly place?: CustomerPlace;
}

/** One customer, or several that were sent one after the other: plain data. */
export interface Run {
  readonly entries: readonly RunEntry[];
  /** The entry whose attempt is shown. */
  readonly shown: number;
  /** Paths of the result files. */
  readonly files?: readonly string[];
}

export interface RunEntry {
  /** The customer's name in a list. */
  readonly name: string;
  /** Missing where nothing was tried: it was left out, or the run ended before it. */
  readonly attempt?: Attempt;
  /** Why it was left out. */
  readonly note?: string;
  /** An earlier attempt with an unknown outcome that no later one resolved. */
  readonly unresolved?: Attempt;
}

/** The entry to show first: an unknown one, else the first that was not created, else the last. */
export function entryToShow(entries: readonly RunEntry[]): number {
  const unknown = entries.findIndex(({ attempt }) => attempt?.outcome.customerExists === 'unknown');
  if (unknown >= 0) return unknown;
  const failed = entries.findIndex(({ attempt }) => attempt?.outcome.customerExists === 'no');
  return failed >= 0 ? failed : entries.findLastIndex(({ attempt }) => attempt !== undefined);
}

/** When a customer that was rate limited may be sent again, in milliseconds since 1970. */
export function waitOver({ outcome, endedAt }: Attempt): number | undefined {
  return outcome.outcome === 'rate-limited' ? endedAt + rateLimitWait(outcome.retryAfter) * 1000 : undefined;
}

/** An entry after another attempt. An unknown outcome stays, unless the attempt resolves it. */
export function withAttempt(entry: RunEntry | undefined, name: string, attempt: Attempt): RunEntry {
  const before = entry?.attempt;
  const open = before?.outcome.outcome === 'unknown' ? before : entry?.unresolved;
  return open && !isResolved(open.outcome, attempt.outcome)
    ? { name, attempt, unresolved: open }
    : { name, attempt };
}

/** An entry after a lookup for one of its attempts. */
export function withLookup({ name, attempt, unresolved }: RunEntry, before: Attempt, now: Attempt): RunEntry {
  const isOther = attempt !== undefined && attempt !== before;
  // Two attempts that both created a customer are both shown.
  if (isOther && (now.outcome.outcome === 'unknown' || attempt.outcome.customerExists === 'yes')) {
    return { name, attempt, unresolved: now };
  }
  return unresolved && unresolved !== before ? { name, attempt: now, unresolved } : { name, attempt: now };
}

/** By the user ID, which is unique, or by the ledger. */
function isResolved({ ledgerId, request }: Outcome, later: Outcome): boolean {
  if (later.outcome === 'user-id-taken') return ledgerId !== undefined && later.createdBy === ledgerId;
  if (later.outcome !== 'created') return false;
  const hasSameUserId = request?.userId !== undefined && request.userId === later.request.userId;
  return hasSameUserId || (ledgerId !== undefined && later.ledgerId === ledgerId);
}

/** An attempt to keep: without keys, and with the place of its text. */
export function kept(attempt: Attempt, account: Account, source: CustomerSource | undefined): Attempt {
  const redactor = createRedactor(account.kind === 'live' ? [account.connection.apiKey] : []);
  const place = source ? { uri: source.uri, place: source.place } : {};
  return hideKeysIn({ ...attempt, ...place }, redactor);
}

/** A copy of plain data, redacted in every text and every key of an object. */
export function hideKeysIn<Value>(value: Value, { hide }: Pick<Redactor, 'hide'>): Value {
  return hideInJson(value as JsonValue, hide) as Value;
}

/** What is true for a whole run, in the tone of its worst outcome. */
export interface RunMessage {
  readonly title: string;
  readonly tone: Tone;
  readonly sentence: string;
}

export function runMessage({ entries }: Run): RunMessage {
  const worst = entries[entryToShow(entries)]?.attempt;
  return {
    title: `${those(entries, 'yes').length} of ${entries.length} created`,
    tone: worst ? outcomeTraits[worst.outcome.outcome].tone : 'neutral',
    sentence: severalMessage(entries),
  };
}

/** The panel lists all names. */
const maxNames = 3;

/** The outcomes of several customers, one sentence for each kind that needs a look. */
export function severalMessage(entries: readonly RunEntry[]): string {
  const [created, unknown] = [those(entries, 'yes'), those(entries, 'unknown')];
  const [failed, left] = [those(entries, 'no'), those(entries, undefined)];
  const first =
    created.length === entries.length
      ? `All ${entries.length} customers were created.`
      : `${created.length} of ${entries.length} customers were created.`;
  return [
    first,
    ...(unknown.length > 0 ? [`Unknown: ${names(unknown)}.`] : []),
    ...(failed.length > 0 ? [`Not created: ${names(failed)}.`] : []),
    ...(left.length > 0 ? [`Not sent: ${names(left)}.`] : []),
  ].join(' ');
}

function those(entries: readonly RunEntry[], exists: Outcome['customerExists'] | undefined): RunEntry[] {
  return entries.filter(({ attempt }) => attempt?.outcome.customerExists === exists);
}

function names(entries: readonly RunEntry[]): string {
  const named = entries.slice(0, maxNames).map(({ name }) => name);
  const more = entries.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
