import { checkKey, type KeyCheck, lookupFailureMessage } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { hostOf } from './account-prompts.ts';
import type { StoredAccount } from './account-store.ts';
import type { Accounts } from './accounts.ts';

export type AccountCheck =
  | KeyCheck
  | { readonly kind: 'unusable'; readonly message: string }
  /** The folder is not trusted, so that nothing may leave it. */
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'cancelled' };

/** Makes one search with the key of an account, which finds no one, and shows that it is under way. */
export async function checkAccount(
  stored: StoredAccount,
  accounts: Pick<Accounts, 'read'>,
): Promise<AccountCheck> {
  if (!vscode.workspace.isTrusted) return { kind: 'untrusted' };
  const reading = accounts.read(stored);
  if (reading.kind === 'unusable') return reading;
  const { connection } = reading.account;
  const title = `Checking the key with ${hostOf(stored)}`;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_progress, token): Promise<AccountCheck> => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    const check = await checkKey(connection, { signal: controller.signal });
    return controller.signal.aborted ? { kind: 'cancelled' } : check;
  });
}

/** What a check showed, in one or two sentences. */
export function checkMessage(check: AccountCheck, stored: StoredAccount): string {
  switch (check.kind) {
    case 'accepted':
      return `${hostOf(stored)} accepted the key of ${stored.label}.`;
    case 'refused':
      return `${hostOf(stored)} did not accept the key of ${stored.label} (401). Copy it again from Settings → Developers → Public API; the Legacy key does not work.`;
    case 'no-verdict':
      return `The key of ${stored.label} could not be checked with ${hostOf(stored)}. ${lookupFailureMessage(check.failure)}`;
    case 'unusable':
      return check.message;
    case 'untrusted':
      return `The key of ${stored.label} was not checked: this folder is not trusted.`;
    case 'cancelled':
      return `The check of ${stored.label} was canceled.`;
    default: {
      const unreachable: never = check;
      return unreachable;
    }
  }
}
