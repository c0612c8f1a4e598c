import type { AccountKind } from '../create/question.ts';

/** What is said about an outcome: one sentence, and what can be done next. */
export interface Message {
  readonly sentence: string;
  readonly next: readonly string[];
}

export function accountName(account: AccountKind): string {
  return account === 'sandbox' ? 'the sandbox' : 'HelpCrunch';
}
