import type { LookupFailure } from '../api/search.ts';
import type { Question, Reason } from '../create/question.ts';
import { count, oneLine } from '../customer/format.ts';
import { lookupFailureMessage, unresolvedLookupMessage } from './failure-messages.ts';
import { foundCustomerName } from './names.ts';

/** Names shown of customers who share an email. */
const maxNames = 3;

/** Why the kit asks before this create, in one or two sentences. */
export function reasonMessage(reason: Reason): string {
  switch (reason.kind) {
    case 'email-used':
      return emailUsed(reason);
    case 'sent-before':
      return `The same customer was created ${reason.isRow ? 'by an import ' : ''}${timeAgo(reason.secondsAgo)}${idOf(reason.customerId)}. Sending it again would create it twice.`;
    case 'refused-before':
      return `HelpCrunch refused the same customer ${timeAgo(reason.secondsAgo)}, and probably will again.`;
    case 'unresolved':
      return unresolved(reason);
    case 'not-checked':
      return notChecked(reason.failure);
    case 'in-flight':
      return 'This customer is already being sent. It is sent once.';
    case 'key-reused':
      return 'This idempotency key was used for another customer.';
    case 'ledger-not-writable':
      return `The send can't be recorded: ${oneLine(reason.message, 200)} After a crash, the same customer could be sent twice.`;
    default: {
      const unreachable: never = reason;
      return unreachable;
    }
  }
}

/** The messages for all reasons of a question. A search that failed is explained once, by the duplicate check. */
export function reasonMessages(reasons: readonly Reason[]): string[] {
  const isExplained = reasons.some(({ kind }) => kind === 'not-checked');
  return reasons.map((reason) =>
    isExplained && reason.kind === 'unresolved' && reason.lookup?.kind === 'lookup-failed'
      ? reasonMessage({ ...reason, lookup: undefined })
      : reasonMessage(reason),
  );
}

/** What is asked, and everything to know before answering. */
export interface QuestionMessage {
  /** One sentence that ends in a question mark. */
  readonly title: string;
  /** A sentence or two for each reason. */
  readonly reasons: readonly string[];
  /** Labels of the two answers. */
  readonly send: string;
  readonly cancel: string;
}

/** The question before a create, in words. */
export function questionMessage(question: Question): QuestionMessage {
  const { account, reasons, mayDuplicate } = question;
  const place =
    account.kind === 'sandbox'
      ? 'in the sandbox'
      : `in HelpCrunch, account ${oneLine(account.label, 60)}${account.host === undefined ? '' : ` at ${oneLine(account.host, 100)}`}`;
  return {
    title: mayDuplicate ? `Create this customer ${place} anyway?` : `Create this customer ${place}?`,
    reasons: reasonMessages(reasons),
    send: mayDuplicate ? 'Create anyway' : 'Create',
    cancel: 'Do not create',
  };
}

function emailUsed({ customers, isComplete }: Extract<Reason, { kind: 'email-used' }>): string {
  const names = customers.slice(0, maxNames).map((customer) => foundCustomerName(customer, 'email'));
  const more = customers.length - names.length;
  const others = more > 0 || !isComplete ? ` and ${isComplete ? more : `at least ${more}`} more` : '';
  return `This email is already used by ${names.join(', ')}${others}. Creating adds another customer with it.`;
}

function unresolved({
  secondsAgo,
  same,
  lookup,
  isSafeToResend,
}: Extract<Reason, { kind: 'unresolved' }>): string {
  const what = {
    content: 'The same customer',
    userId: 'A customer with the same user ID',
    email: 'A customer with the same email',
  }[same];
  return [
    `${what} was sent ${timeAgo(secondsAgo)} and may have been created.`,
    ...(lookup ? [unresolvedLookupMessage(lookup)] : []),
    isSafeToResend
      ? 'Sending it again is safe: HelpCrunch refuses a second customer with this user ID.'
      : 'Sending it again could create it twice.',
  ].join(' ');
}

function timeAgo(seconds: number): string {
  if (seconds < 120) return `${count(seconds, 'second')} ago`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${count(minutes, 'minute')} ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${count(hours, 'hour')} ago` : `${count(Math.round(hours / 24), 'day')} ago`;
}

function notChecked(failure: LookupFailure): string {
  return `Duplicate check failed: duplicates are possible. ${lookupFailureMessage(failure)}`;
}

function idOf(customerId: string | undefined): string {
  return customerId === undefined ? '' : ` (ID ${oneLine(customerId, 40)})`;
}
