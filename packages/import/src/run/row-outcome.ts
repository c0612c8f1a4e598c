import {
  type AccountKind,
  type Answer,
  type CreateCustomerPayload,
  customerId,
  issueMessage,
  type NeedsConfirmation,
  type Outcome,
  outcomeMessage,
  type Question,
  type Reason,
  rateLimitWait,
} from '@helpcrunch-customer-kit/core';
import type { Hash } from '../check/row-key.ts';
import { markOf } from '../undo/customer-mark.ts';
import type { RowResult } from './run-store.ts';

/** What the outcome of one create means for the run. */
export type Step =
  | { readonly kind: 'settled'; readonly result: RowResult }
  /** Nothing was created; it can be sent again after so many milliseconds, or when the network is back. */
  | {
      readonly kind: 'retry';
      readonly wait: number | undefined;
      readonly message: string;
      /** Another row, or another process, is sending the same. */
      readonly isInFlight?: boolean;
    }
  /** Something with the same user ID or email is unknown: it is to be found out first. The reason stops the run after that. */
  | { readonly kind: 'wait'; readonly reason: StopReason }
  | { readonly kind: 'stop'; readonly reason: StopReason };

/** Why a run ended before its last row. */
export type StopReason =
  | { readonly kind: 'unauthorized'; readonly message: string }
  | { readonly kind: 'blocked'; readonly message: string }
  | { readonly kind: 'not-reachable'; readonly message: string }
  | { readonly kind: 'rate-limited' }
  | { readonly kind: 'ledger'; readonly message: string }
  /** An earlier send of almost the same customer is still unknown. */
  | ({ readonly kind: 'edited-unknown' } & EditedRow)
  /** A row may have been created, and is not in the file anymore. */
  | { readonly kind: 'unknown-left'; readonly ledgerId: string; readonly sent: CreateCustomerPayload }
  | { readonly kind: 'many-unknown' }
  | { readonly kind: 'cancelled' };

/** A row whose earlier version may have been created. */
export interface EditedRow {
  readonly line: number;
  /** The entry of the earlier version in the ledger. */
  readonly ledgerId: string;
  /** The earlier version; `undefined` where the ledger does not have it anymore. */
  readonly sent: CreateCustomerPayload | undefined;
  readonly now: CreateCustomerPayload;
}

export interface RowContext {
  readonly line: number;
  /** What is sent now. */
  readonly request: CreateCustomerPayload;
  readonly hash: Hash;
  /** Sends of this row that ended with a definite no. */
  readonly attempt: number;
  readonly account: AccountKind;
  /** The header of the column that a path of the customer comes from. */
  readonly columnOf: (path: string) => string | undefined;
  /** What was sent, shortened to a hash. */
  readonly body: string;
  /** The entry of the ledger that keeps this row unknown. */
  readonly ledgerId: string | undefined;
  /** The entries that keep rows of this run unknown. */
  readonly unknownIds: ReadonlySet<string>;
  /** True for the entry of a customer that was created alone, and is this row's. */
  readonly isCreatedAlone: (ledgerId: string) => boolean;
}

export function stepOf(outcome: Outcome, context: RowContext): Step {
  const { attempt } = context;
  switch (outcome.outcome) {
    case 'created': {
      const id = outcome.customer && customerId(outcome.customer);
      // Found for another row with the same content; this one was not sent.
      if (isOfAnotherRow(outcome.ledgerId, context)) return { kind: 'retry', wait: 0, message: '' };
      return settled({
        state: 'created',
        confirmedBy: outcome.confirmedBy,
        ...(id === undefined ? {} : { id }),
        ...(outcome.confirmedBy === 'answer' && outcome.customer
          ? { mark: markOf(outcome.customer, context.hash) }
          : {}),
      });
    }
    case 'user-id-taken': {
      const id = customerId(outcome.holder);
      return settled({ state: 'skipped', reason: 'user-id', ...(id === undefined ? {} : { id }) });
    }
    case 'unknown': {
      const { ledgerId } = outcome;
      return settled({ state: 'unknown', attempt, ...(ledgerId === undefined ? {} : { ledgerId }) });
    }
    case 'rejected':
    case 'invalid': {
      const refused = outcome.issues.find(({ severity }) => severity === 'error');
      const column = refused && context.columnOf(refused.path);
      return settled({
        state: 'failed',
        attempt: attempt + 1,
        body: context.body,
        ...(outcome.outcome === 'rejected' ? { status: outcome.status } : {}),
        message: refused ? issueMessage(refused) : messageOf(outcome, context),
        ...(column === undefined ? {} : { column }),
      });
    }
    case 'rate-limited':
      return {
        kind: 'retry',
        wait: rateLimitWait(outcome.retryAfter) * 1000,
        message: messageOf(outcome, context),
      };
    case 'not-sent':
      return { kind: 'retry', wait: undefined, message: messageOf(outcome, context) };
    case 'needs-confirmation':
      return stepOfQuestion(outcome, context);
    case 'unauthorized':
    case 'blocked':
      return { kind: 'stop', reason: { kind: outcome.outcome, message: messageOf(outcome, context) } };
    case 'cancelled':
    case 'dry-run':
      return { kind: 'stop', reason: { kind: 'cancelled' } };
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}

function stepOfQuestion(outcome: NeedsConfirmation, context: RowContext): Step {
  const [reason] = outcome.question.reasons.filter((one) => !isAcceptable(one, context));
  switch (reason?.kind) {
    case 'sent-before': {
      const { ledgerId, customerId: id } = reason;
      const named = id === undefined ? {} : { id };
      return settled({ state: 'skipped', reason: 'sent-before', ledgerId, ...named });
    }
    case 'email-used': {
      const [first] = reason.customers;
      const id = first && customerId(first);
      return settled({ state: 'skipped', reason: 'email', ...(id === undefined ? {} : { id }) });
    }
    case 'unresolved':
    case 'key-reused':
      return stepOfUnknown(reason, context);
    case 'ledger-not-writable':
      return { kind: 'stop', reason: { kind: 'ledger', message: reason.message } };
    // Another process is sending the same, or the duplicate check failed: both are temporary.
    default:
      return {
        kind: 'retry',
        wait: undefined,
        message: messageOf(outcome, context),
        isInFlight: reason?.kind === 'in-flight',
      };
  }
}

function stepOfUnknown(
  reason: Extract<Reason, { kind: 'unresolved' | 'key-reused' }>,
  context: RowContext,
): Step {
  const { attempt, line, ledgerId, request } = context;
  const stop: StopReason = {
    kind: 'edited-unknown',
    line,
    ledgerId: reason.ledgerId,
    sent: undefined,
    now: request,
  };
  // Whatever else is open, this row is unknown itself.
  if (ledgerId !== undefined) return settled({ state: 'unknown', attempt, ledgerId });
  if (isOfAnotherRow(reason.ledgerId, context)) return { kind: 'wait', reason: stop };
  if (reason.kind === 'unresolved' && reason.same === 'content')
    return settled({ state: 'unknown', attempt, ledgerId: reason.ledgerId });
  // Perhaps of a row that comes later in the file, or that is just being looked up.
  return { kind: reason.kind === 'unresolved' ? 'wait' : 'stop', reason: stop };
}

function isOfAnotherRow(id: string | undefined, { ledgerId, unknownIds }: RowContext): boolean {
  return id !== undefined && id !== ledgerId && unknownIds.has(id);
}

/** Rows differ by what they are, not by when they were sent; a customer that was created alone is that of one row. */
function isAcceptable(reason: Reason, { isCreatedAlone }: Pick<RowContext, 'isCreatedAlone'>): boolean {
  if (reason.kind === 'sent-before') return reason.isRow === true || !isCreatedAlone(reason.ledgerId);
  return reason.kind === 'refused-before';
}

export interface ImportPolicy extends Pick<RowContext, 'isCreatedAlone'> {
  /** Creates customers whose email is used already. */
  readonly existing: 'skip' | 'create';
  /** Sends an unknown row again where HelpCrunch would refuse a second customer. */
  readonly resendsUnknown: boolean;
  /** A person decided to send what earlier runs sent; entries of this run are not among it. */
  readonly repeats?: ((ledgerId: string) => boolean) | undefined;
}

/** How an import answers the questions of a create, once its plan was approved. */
export function answerForImport({
  existing,
  resendsUnknown,
  isCreatedAlone,
  repeats = () => false,
}: ImportPolicy): (question: Question) => Promise<Answer> {
  return async ({ reasons }) => {
    const isAccepted = reasons.every(
      (reason) =>
        isAcceptable(reason, { isCreatedAlone }) ||
        (reason.kind === 'sent-before' && repeats(reason.ledgerId)) ||
        (reason.kind === 'email-used' && existing === 'create') ||
        (reason.kind === 'unresolved' &&
          reason.same === 'content' &&
          ((reason.isSafeToResend && resendsUnknown) || repeats(reason.ledgerId))),
    );
    return { kind: isAccepted ? 'send' : 'unanswered' };
  };
}

function settled(result: RowResult): Step {
  return { kind: 'settled', result };
}

function messageOf(outcome: Outcome, { account }: RowContext): string {
  return outcomeMessage(outcome, account).message;
}
