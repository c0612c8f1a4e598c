import type { CreateCustomerPayload, JsonObject, OutcomeName } from '@helpcrunch-customer-kit/core';
import type { HistoryEntry } from '@helpcrunch-customer-kit/local/ledger';

/** One create as `history --json` has it. */
export interface EntryResult {
  readonly id: string;
  readonly state: HistoryEntry['state'];
  /** It may still turn out that a customer was created. */
  readonly unresolved: boolean;
  /** When its state was last written, in ISO 8601. */
  readonly at: string;
  readonly account: string;
  readonly host?: string;
  /** HelpCrunch's ID. */
  readonly customerId?: string;
  readonly hasIdempotencyKey: boolean;
  /** What was sent; kept until it is certain what became of it. */
  readonly request?: CreateCustomerPayload;
}

/** The object that `history --json` prints. */
export interface HistoryResult {
  readonly schemaVersion: 1;
  readonly command: 'history';
  /** Of `check`: what became of the create, `invalid` or `unauthorized` where it could not be looked for. */
  readonly outcome:
    | OutcomeName
    | 'listed'
    | 'shown'
    | 'forgotten'
    | 'not-found'
    | 'in-flight'
    | 'not-writable';
  readonly retryable: boolean;
  /** Unresolved ones first, then the newest. */
  readonly entries?: readonly EntryResult[];
  readonly entry?: EntryResult;
  /** What HelpCrunch has. */
  readonly customer?: JsonObject;
  /** How many entries were deleted. */
  readonly count?: number;
  /** What could not be read, or why it came out so, a sentence each. */
  readonly problems: readonly string[];
  readonly next: readonly string[];
}

/** A result, the sentence that says it to people, and the exit code. */
export interface HistoryEnd {
  readonly result: HistoryResult;
  readonly sentence: string | undefined;
  readonly exitCode: number;
}

interface EndParts extends Partial<Omit<HistoryResult, 'schemaVersion' | 'command' | 'outcome'>> {
  readonly outcome: HistoryResult['outcome'];
  readonly sentence?: string;
  readonly exitCode: number;
}

export function historyEnd({ outcome, sentence, exitCode, ...parts }: EndParts): HistoryEnd {
  const { retryable = false, problems = [], next = [], ...rest } = parts;
  return {
    result: { schemaVersion: 1, command: 'history', outcome, retryable, ...rest, problems, next },
    sentence,
    exitCode,
  };
}

export function toEntryResult({
  id,
  state,
  isUnresolved,
  at,
  account,
  host,
  customerId,
  hasIdempotencyKey,
  attempt,
}: HistoryEntry): EntryResult {
  return {
    id,
    state,
    unresolved: isUnresolved,
    at: new Date(at).toISOString(),
    account,
    ...(host === undefined ? {} : { host }),
    ...(customerId === undefined ? {} : { customerId }),
    hasIdempotencyKey,
    ...(attempt ? { request: attempt.request } : {}),
  };
}
