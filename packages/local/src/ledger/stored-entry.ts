import {
  type Evidence,
  isJsonObject,
  type JsonObject,
  keepsAttempt,
  type LedgerState,
  type SeenCustomers,
  type SentAttempt,
  type Settlement,
} from '@helpcrunch-customer-kit/core';
import type { ProcessIdentity, ProcessTable } from './process-identity.ts';

/** A create as a line of the ledger has it. The last line with an ID is the one that counts. */
export interface StoredEntry {
  readonly id: string;
  readonly state: LedgerState;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Hashes, so that the file names no one; see `salt.ts`. */
  readonly fingerprint: string;
  readonly userIdHash?: string;
  readonly emailHash?: string;
  readonly idempotencyKeyHash?: string;
  /** It is a row of an import. */
  readonly isRow?: true;
  /** HelpCrunch's ID. */
  readonly customerId?: string;
  /** Which account it was sent to: the permanent ID of a stored one, and a hash of the API key; see `compareSenders`. */
  readonly account?: string;
  readonly keyHash?: string;
  /** Who sends it, while it is being sent. */
  readonly process?: ProcessIdentity;
  /** Kept while it is not certain what became of it. */
  readonly attempt?: SentAttempt;
}

export function formatEntry(entry: StoredEntry): string {
  return JSON.stringify(entry);
}

/** Undefined for a line that is damaged, or that a later version of this kit has written. */
export function parseEntry(text: string): StoredEntry | undefined {
  const line = parseJson(text);
  if (!isJsonObject(line)) return undefined;
  const { id, state, at, fingerprint, isRow, process, attempt } = line;
  if (typeof id !== 'string' || typeof fingerprint !== 'string') return undefined;
  if (!isState(state) || typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  if (process !== undefined && !isProcess(process)) return undefined;
  const read = attempt === undefined ? undefined : readAttempt(attempt);
  if (attempt !== undefined && !read) return undefined;
  if (state === 'sending' && !process) return undefined;
  const texts = readTexts(line);
  if (!texts) return undefined;
  return {
    id,
    state,
    at,
    fingerprint,
    ...texts,
    ...(isRow === true ? { isRow } : {}),
    ...(process ? { process } : {}),
    ...(read ? { attempt: read } : {}),
  };
}

/** True when nothing more can be learned about it, so that it may be moved, and forgotten in time. */
export function isSettled({ state }: StoredEntry): boolean {
  return !keepsAttempt(state);
}

export function isProcess(value: unknown): value is ProcessIdentity {
  return (
    isJsonObject(value) &&
    Number.isInteger(value['pid']) &&
    typeof value['start'] === 'string' &&
    typeof value['host'] === 'string'
  );
}

/** No request takes this long, in milliseconds: who still says "sending" was not able to write what became of it. */
const maxSendTime = 15 * 60_000;

/** Its state now: what a process that is gone was sending is unknown. A negative age counts as just now. */
export function currentState(
  { state, process, at }: StoredEntry,
  { processes, now }: { readonly processes: ProcessTable; readonly now: number },
): LedgerState {
  if (state !== 'sending' || !process) return state;
  const isGone = processes.livenessOf(process) === 'gone';
  return isGone || now - at > maxSendTime ? 'unknown' : 'sending';
}

/** The entry with another state; its body and its process stay only as long as they are needed. */
export function withState(
  { attempt, process, ...entry }: StoredEntry,
  {
    wasRefused,
    ...change
  }: Pick<StoredEntry, 'state' | 'at' | 'customerId'> & Pick<Settlement, 'wasRefused'>,
): StoredEntry {
  return {
    ...entry,
    ...change,
    ...(change.state === 'sending' && process ? { process } : {}),
    ...(keepsAttempt(change.state) && attempt
      ? { attempt: wasRefused ? { ...attempt, wasRefused } : attempt }
      : {}),
  };
}

const states: Readonly<Record<LedgerState, true>> = {
  sending: true,
  created: true,
  'dry-run': true,
  invalid: true,
  'needs-confirmation': true,
  rejected: true,
  'user-id-taken': true,
  unauthorized: true,
  blocked: true,
  'rate-limited': true,
  'not-sent': true,
  unknown: true,
  cancelled: true,
};

function isState(value: unknown): value is LedgerState {
  return typeof value === 'string' && Object.hasOwn(states, value);
}

const textKeys = [
  'userIdHash',
  'emailHash',
  'idempotencyKeyHash',
  'customerId',
  'account',
  'keyHash',
] as const;
type Texts = Pick<StoredEntry, (typeof textKeys)[number]>;

/** Undefined when one of them is there and is not text. */
function readTexts(line: JsonObject): Texts | undefined {
  const texts: { -readonly [Key in keyof Texts]: Texts[Key] } = {};
  for (const key of textKeys) {
    const text = line[key];
    if (typeof text === 'string') texts[key] = text;
    else if (text !== undefined) return undefined;
  }
  return texts;
}

function readAttempt(value: unknown): SentAttempt | undefined {
  if (!isJsonObject(value)) return undefined;
  const { request, sentAt, before, wasRefused } = value;
  if (!isJsonObject(request) || typeof sentAt !== 'number' || !Number.isFinite(sentAt)) return undefined;
  const evidence = before === undefined ? undefined : readEvidence(before);
  if (before !== undefined && !evidence) return undefined;
  return { request, sentAt, before: evidence, ...(wasRefused === true ? { wasRefused } : {}) };
}

function readEvidence(value: unknown): Evidence | undefined {
  if (!isJsonObject(value)) return undefined;
  const { userId, email, clockSkewMs } = value;
  if (userId !== undefined && !isSeen(userId)) return undefined;
  if (email !== undefined && !isSeen(email)) return undefined;
  if (clockSkewMs !== undefined && typeof clockSkewMs !== 'number') return undefined;
  return {
    ...(userId ? { userId } : {}),
    ...(email ? { email } : {}),
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
  };
}

function isSeen(value: unknown): value is SeenCustomers {
  if (!isJsonObject(value)) return false;
  const { ids, isComplete } = value;
  return Array.isArray(ids) && ids.every((id) => typeof id === 'string') && typeof isComplete === 'boolean';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first line of a file. */
export interface StoredHeader {
  readonly version: 1;
  /** The ledger's name, and the host of its accounts unless it is a sandbox's. */
  readonly ledger: string;
  readonly host?: string;
  /** Which salt its hashes were made with. */
  readonly salt: string;
  /** Another one each time the file is replaced. */
  readonly file: string;
}

export function parseHeader(text: string): StoredHeader | undefined {
  const line = parseJson(text);
  if (!isJsonObject(line) || line['version'] !== 1) return undefined;
  const { ledger, host, salt, file } = line;
  if (typeof ledger !== 'string' || typeof salt !== 'string' || typeof file !== 'string') return undefined;
  return { version: 1, ledger, salt, file, ...(typeof host === 'string' ? { host } : {}) };
}
