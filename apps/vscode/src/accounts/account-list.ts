import { sandboxLabel } from './account.ts';
import type { StoredAccount } from './account-envelope.ts';

/** Why a text cannot be an account's label; `undefined` when it can. */
export function labelProblem(
  label: string,
  accounts: readonly StoredAccount[],
  own?: string,
): string | undefined {
  const wanted = fold(label);
  if (wanted === '') return 'Give the account a name to tell it by.';
  if (wanted.length > 40) return 'Keep the name under 40 characters.';
  if (wanted === fold(sandboxLabel)) return 'The sandbox has that name.';
  const isTaken = accounts.some(({ id, label: other }) => id !== own && fold(other) === wanted);
  return isTaken ? 'Another account has that name.' : undefined;
}

export function renamed(accounts: readonly StoredAccount[], id: string, label: string): StoredAccount[] {
  return accounts.map((account) => (account.id === id ? { ...account, label: label.trim() } : account));
}

function fold(label: string): string {
  return label.trim().toLowerCase();
}
