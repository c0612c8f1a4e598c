import type { Answer, Ask, Question, Reason } from './question.ts';

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

/** For a person at hand: everything live is asked, in the sandbox only what has a reason. */
export function answerByPerson(prompt: (question: Question) => Promise<Answer>): Ask {
  return async (question) =>
    question.account.kind === 'sandbox' && question.reasons.length === 0 ? send : prompt(question);
}
