import type { LookupFailure } from '../api/search.ts';
import type { CreateCustomerPayload } from '../customer/draft.ts';
import type { JsonObject } from '../customer/json.ts';
import type { Issue } from '../rules/rules.ts';
import type { UnresolvedLookup } from './lookup.ts';

/** Where a customer goes: a person's account, or the local sandbox. */
export type AccountKind = 'sandbox' | 'live';

/** The account as a person knows it. */
export interface AccountLabel {
  readonly kind: AccountKind;
  readonly label: string;
  /** The host that requests go to; `undefined` for a sandbox inside this process. */
  readonly host: string | undefined;
}

/** Something that a person should know before the customer is sent. */
export type Reason =
  /** Others have the email; creating makes one more. `isComplete` is false when there are more than are listed. */
  | {
      readonly kind: 'email-used';
      readonly customers: readonly JsonObject[];
      readonly isComplete: boolean;
    }
  /** The same content was created a moment ago, or at any time where only the ledger can tell. */
  | {
      readonly kind: 'sent-before';
      readonly ledgerId: string;
      readonly secondsAgo: number;
      readonly customerId?: string;
      /** It was a row of an import. */
      readonly isRow?: true;
    }
  /** The same content was refused a moment ago. */
  | { readonly kind: 'refused-before'; readonly ledgerId: string; readonly secondsAgo: number }
  /** An earlier create with the same content, user ID or email may have made a customer; it was looked for just now. */
  | {
      readonly kind: 'unresolved';
      readonly ledgerId: string;
      readonly secondsAgo: number;
      readonly same: 'content' | 'userId' | 'email';
      readonly lookup: UnresolvedLookup | undefined;
      /** HelpCrunch refuses a second customer with this user ID, so that sending again cannot duplicate. */
      readonly isSafeToResend: boolean;
    }
  /** The duplicate check gave no answer. */
  | { readonly kind: 'not-checked'; readonly failure: LookupFailure }
  /** The same customer is being sent at this moment, here or by another program. Cannot be answered with "send". */
  | { readonly kind: 'in-flight' }
  /** Another customer was sent under the same idempotency key. Cannot be answered with "send". */
  | { readonly kind: 'key-reused'; readonly ledgerId: string }
  /** What is sent cannot be remembered across a crash. */
  | { readonly kind: 'ledger-not-writable'; readonly message: string };

/** What is asked before a customer is sent, with everything that matters in one place. */
export interface Question {
  readonly account: AccountLabel;
  readonly request: CreateCustomerPayload;
  readonly issues: readonly Issue[];
  /** May be empty: then only the consent to send is asked for. */
  readonly reasons: readonly Reason[];
  /** "Send" could make a second customer: the other answer has to be focused. */
  readonly mayDuplicate: boolean;
}

export type Answer =
  | { readonly kind: 'send' }
  | { readonly kind: 'cancel' }
  /** This may not be answered here; the outcome is `needs-confirmation`. */
  | { readonly kind: 'unanswered' };

export type Ask = (question: Question) => Promise<Answer>;

/** True for a reason that no answer can lift: nothing is asked. */
export function isFinal({ kind }: Reason): boolean {
  return kind === 'in-flight' || kind === 'key-reused';
}

/** True when sending despite the reason could make a second customer. */
export function mayDuplicate(reason: Reason): boolean {
  switch (reason.kind) {
    case 'email-used':
    case 'sent-before':
    case 'in-flight':
      return true;
    case 'unresolved':
      return !reason.isSafeToResend;
    case 'refused-before':
    case 'not-checked':
    case 'key-reused':
    case 'ledger-not-writable':
      return false;
    default: {
      const unreachable: never = reason;
      return unreachable;
    }
  }
}

/** The same for the same fact, so that an automatic resend asks about new facts only. */
export function reasonKey(reason: Reason): string {
  switch (reason.kind) {
    case 'email-used':
      return JSON.stringify([reason.kind, ...reason.customers.map((customer) => customer['id'] ?? null)]);
    case 'sent-before':
    case 'refused-before':
    case 'unresolved':
    case 'key-reused':
      return JSON.stringify([reason.kind, reason.ledgerId]);
    case 'not-checked':
    case 'in-flight':
    case 'ledger-not-writable':
      return reason.kind;
    default: {
      const unreachable: never = reason;
      return unreachable;
    }
  }
}

const send: Answer = { kind: 'send' };
const unanswered: Answer = { kind: 'unanswered' };

/** For a run without a person and without consent: every question stays open. */
export const answerNothing: Ask = async () => unanswered;

/**
 * For a run with consent given beforehand (`--yes`): passes what is reported, and leaves open what could repeat an
 * earlier create, unless its ledger entry is named in `again`.
 */
export function answerYes({ again = [] }: { readonly again?: readonly string[] } = {}): Ask {
  return async ({ reasons }) => (reasons.every((reason) => isConsentedTo(reason, again)) ? send : unanswered);
}

function isConsentedTo(reason: Reason, again: readonly string[]): boolean {
  switch (reason.kind) {
    case 'email-used':
    case 'not-checked':
    case 'refused-before':
      return true;
    case 'sent-before':
    case 'unresolved':
      return again.includes(reason.ledgerId);
    case 'in-flight':
    case 'key-reused':
    case 'ledger-not-writable':
      return false;
    default: {
      const unreachable: never = reason;
      return unreachable;
    }
  }
}

/** What a person saw when they approved a create beforehand. Plain data, fit for a file. */
export interface Approved {
  /** HelpCrunch's ids of the customers with the same email. */
  readonly shownIds: readonly string[];
  /** False when the duplicate check gave no answer. */
  readonly isChecked: boolean;
}

/** For a create that a person approved beforehand: passes what the person saw, and leaves open whatever is new. */
export function answerApproved({ shownIds, isChecked }: Approved): Ask {
  const wasShown = (reason: Reason) => {
    if (reason.kind === 'not-checked') return !isChecked;
    if (reason.kind !== 'email-used') return isConsentedTo(reason, []);
    return reason.customers.every((customer) => shownIds.includes(String(customer['id'])));
  };
  return async ({ reasons }) => (reasons.every(wasShown) ? send : unanswered);
}

/** For a person at hand: everything live is asked, in the sandbox only what has a reason. */
export function answerByPerson(prompt: (question: Question) => Promise<Answer>): Ask {
  return async (question) =>
    question.account.kind === 'sandbox' && question.reasons.length === 0 ? send : prompt(question);
}
