import type { Change } from '../create/compare.ts';
import { rateLimitWait } from '../create/create-customer.ts';
import type { CustomerExists, Outcome, OutcomeName } from '../create/outcome.ts';
import type { AccountKind, Reason } from '../create/question.ts';
import type { CreateCustomerPayload } from '../customer/draft.ts';
import { hasErrors, type Severity } from '../customer/issue.ts';
import type { JsonObject } from '../customer/json.ts';
import { type Issue, issueMessage } from '../rules/rules.ts';
import { unresolvedLookupMessage } from './failure-messages.ts';
import { outcomeMessage } from './outcome-message.ts';
import { outcomeTraits } from './outcome-traits.ts';
import { reasonMessage } from './reason-message.ts';
import type { Surface } from './surface.ts';

/** The object that `--json` prints for a create: a contract, described by `result.schema.json`. */
export interface CreateResult {
  readonly schemaVersion: 1;
  readonly command: 'create';
  readonly outcome: OutcomeName;
  /** Nothing was created, and sending the same again later is safe. */
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
  readonly customerExists: CustomerExists;
  readonly account: AccountKind;
  /** What HelpCrunch answered. */
  readonly customer?: JsonObject;
  /** The body that was, or would be, sent. */
  readonly request?: CreateCustomerPayload;
  readonly issues: readonly ResultIssue[];
  /** Paths of what was sent and is not in the answer. */
  readonly dropped?: readonly string[];
  readonly changed?: readonly Change[];
  readonly ledgerId?: string;
  /** What to do next, a sentence each. */
  readonly next: readonly string[];
}

/** A problem or a remark, with a code for programs and a message for people. */
export interface ResultIssue {
  readonly code: string;
  /** JSON Pointer into the customer as it was written; `""` is the whole. */
  readonly path: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface ResultOptions {
  readonly account: AccountKind;
  /** Formats an issue where the caller knows its place in a text. */
  readonly formatIssue?: (issue: Issue) => string;
  /** Further remarks, after the outcome's own. */
  readonly remarks?: readonly ResultIssue[];
  /** What to do next, instead of the outcome's own steps. */
  readonly next?: readonly string[];
  /** Where it is read; in a terminal without it. */
  readonly surface?: Surface;
}

/** An outcome as the object of `--json`. */
export function createResult(
  outcome: Outcome,
  { account, formatIssue = issueMessage, remarks = [], next, surface }: ResultOptions,
): CreateResult {
  const reported = outcomeMessage(outcome, account, surface);
  const issues = outcome.issues.map(
    (issue): ResultIssue => ({
      code: issue.code,
      path: issue.path,
      severity: issue.severity,
      message: formatIssue(issue),
    }),
  );
  const { retryable } = outcomeTraits[outcome.outcome];
  return {
    schemaVersion: 1,
    command: 'create',
    outcome: outcome.outcome,
    retryable,
    ...(outcome.outcome === 'rate-limited' ? { retryAfterSeconds: rateLimitWait(outcome.retryAfter) } : {}),
    customerExists: outcome.customerExists,
    account,
    ...('customer' in outcome && outcome.customer ? { customer: outcome.customer } : {}),
    ...(outcome.request ? { request: outcome.request } : {}),
    issues: [...issues, ...outcomeIssues(outcome, reported.message), ...remarks],
    ...('dropped' in outcome ? { dropped: outcome.dropped, changed: outcome.changed } : {}),
    ...(outcome.ledgerId === undefined ? {} : { ledgerId: outcome.ledgerId }),
    next: next ?? reported.next,
  };
}

/** The cause, where no issue states it yet, then what was found and accepted on the way. */
function outcomeIssues(outcome: Outcome, message: string): ResultIssue[] {
  const cause = causeOf(outcome);
  // What was refused before and is created now was not refused again.
  const accepted = (outcome.accepted ?? []).filter(
    ({ kind }) => kind !== 'refused-before' || outcome.outcome !== 'created',
  );
  return [
    ...(cause ? [{ ...cause, severity: 'error', message: message } as const] : []),
    ...(outcome.outcome === 'unknown' && outcome.lookup
      ? [advice(outcome.lookup.kind, unresolvedLookupMessage(outcome.lookup))]
      : []),
    ...accepted.map(reasonIssue),
    ...(outcome.outcome === 'needs-confirmation' ? outcome.question.reasons.map(reasonIssue) : []),
  ];
}

function causeOf(outcome: Outcome): Pick<ResultIssue, 'code' | 'path'> | undefined {
  switch (outcome.outcome) {
    case 'created':
    case 'dry-run':
    case 'invalid':
      return undefined;
    case 'rejected':
      return hasErrors(outcome.issues) ? undefined : { code: 'rejected', path: '' };
    case 'user-id-taken':
      return { code: 'user-id-taken', path: '/userId' };
    case 'unauthorized':
    case 'not-sent':
    case 'unknown':
      return { code: outcome.reason, path: '' };
    case 'rate-limited':
    case 'blocked':
    case 'needs-confirmation':
    case 'cancelled':
      return { code: outcome.outcome, path: '' };
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}

/** A reason as a remark: `email-used`, `sent-before`, … at the field that it is about. */
export function reasonIssue(reason: Reason): ResultIssue {
  return {
    ...advice(reason.kind, reasonMessage(reason)),
    path: reason.kind === 'email-used' ? '/email' : '',
  };
}

function advice(code: string, message: string): ResultIssue {
  return { code, path: '', severity: 'advice', message };
}
