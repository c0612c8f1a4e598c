/** What is said about an outcome: one sentence, and what can be done next. */
export interface Message {
  readonly sentence: string;
  readonly next: readonly string[];
}

/** Where a customer goes: the account of a person, or the local sandbox. */
export type AccountKind = 'sandbox' | 'live';

export function accountName(account: AccountKind): string {
  return account === 'sandbox' ? 'the sandbox' : 'HelpCrunch';
}
