import type {
  AccountKind,
  Change,
  CreateCustomerPayload,
  CustomerExists,
  Issue,
  JsonObject,
  Outcome,
  OutcomeName,
  Severity,
} from '@helpcrunch-customer-kit/core';
import { terminalSentence } from '../words/terminal-sentence.ts';

/** The object of `--json`: stable, and tested as such. */
export interface Result {
  readonly outcome: OutcomeName;
  readonly customerExists: CustomerExists;
  readonly account: AccountKind;
  readonly customer?: JsonObject;
  /** The body that was, or would be, sent. */
  readonly request?: CreateCustomerPayload;
  readonly issues: readonly ResultIssue[];
  readonly dropped?: readonly string[];
  readonly changed?: readonly Change[];
  /** What to do next, a sentence each. */
  readonly next: readonly string[];
}

export interface ResultIssue {
  readonly code: string;
  readonly path: string;
  readonly severity: Severity;
  readonly message: string;
}

/** The result of an outcome: its own issues first, then why it came so. */
export function toResult(
  outcome: Outcome,
  account: AccountKind,
  { next, reasons }: Pick<Result, 'next'> & { readonly reasons: readonly ResultIssue[] },
): Result {
  return {
    outcome: outcome.outcome,
    customerExists: outcome.customerExists,
    account,
    ...('customer' in outcome && outcome.customer ? { customer: outcome.customer } : {}),
    ...('request' in outcome && outcome.request ? { request: outcome.request } : {}),
    issues: [...outcome.issues.map(toResultIssue), ...reasons],
    ...('dropped' in outcome ? { dropped: outcome.dropped, changed: outcome.changed } : {}),
    next,
  };
}

function toResultIssue(issue: Issue): ResultIssue {
  const { code, path, severity } = issue;
  return { code, path, severity, message: terminalSentence(issue) };
}
