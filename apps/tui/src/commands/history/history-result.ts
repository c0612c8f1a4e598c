import type {
  CreateCustomerPayload,
  JsonObject,
  OutcomeName,
  ResultIssue,
} from '@helpcrunch-customer-kit/core';
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
    | 'partly-listed'
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
  /** Why it came out so, and which ledgers could not be read. */
  readonly issues: readonly ResultIssue[];
  readonly next: readonly string[];
}

/** A result, the sentence that says it to people, and the exit code. */
export interface HistoryEnd {
  readonly result: HistoryResult;
  readonly sentence: string | undefined;
  readonly exitCode: number;
}

interface EndParts extends Partial<Omit<HistoryResult, 'schemaVersion' | 'command' | 'outcome' | 'issues'>> {
  readonly outcome: HistoryResult['outcome'];
  readonly sentence?: string;
  readonly exitCode: number;
  /** Ledgers that could not be read, a sentence each. */
  readonly unreadable?: readonly string[];
}

export function historyEnd({ outcome, sentence, exitCode, unreadable = [], ...parts }: EndParts): HistoryEnd {
  const { retryable = false, next = [], ...rest } = parts;
  const issues = [
    ...(exitCode === 0 || sentence === undefined ? [] : [errorIssue(outcome, sentence)]),
    ...unreadable.map((problem) => errorIssue('ledger-unreadable', problem)),
  ];
  return {
    result: { schemaVersion: 1, command: 'history', outcome, retryable, ...rest, issues, next },
    sentence,
    exitCode,
  };
}

function errorIssue(code: string, message: string): ResultIssue {
  return { code, path: '', severity: 'error', message };
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
