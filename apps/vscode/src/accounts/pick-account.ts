import * as vscode from 'vscode';
import { sandboxLabel } from './account.ts';
import type { StoredAccount } from './account-envelope.ts';

interface AccountItem extends vscode.QuickPickItem {
  readonly account: StoredAccount;
}

/** Lets the person choose one of the live accounts. */
export async function pickLiveAccount(
  accounts: readonly StoredAccount[],
  title: string,
): Promise<StoredAccount | undefined> {
  if (accounts.length === 0) {
    void vscode.window.showInformationMessage('There is only the sandbox; add an account first.');
    return undefined;
  }
  const items: AccountItem[] = accounts.map((account) => toItem(account));
  return (await vscode.window.showQuickPick(items, { title }))?.account;
}

export type AccountChoice =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'live'; readonly account: StoredAccount }
  | { readonly kind: 'add' };

/** Lets the person choose where customers go; the one in use is marked. */
export async function pickAccount(
  accounts: readonly StoredAccount[],
  activeId: string | undefined,
): Promise<AccountChoice | undefined> {
  const items: (vscode.QuickPickItem & { readonly choice: AccountChoice })[] = [
    {
      label: sandboxLabel,
      description: activeId === undefined ? 'in use' : '',
      detail: 'Answers on this machine; no key, nothing leaves',
      choice: { kind: 'sandbox' },
    },
    ...accounts.map((account) => ({
      ...toItem(account),
      description: account.id === activeId ? 'in use, live' : 'live',
      choice: { kind: 'live', account } as const,
    })),
    { label: '$(add) Add Account…', choice: { kind: 'add' } },
  ];
  const title = 'Where customers go';
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.choice;
}

function toItem(account: StoredAccount): AccountItem {
  return { label: account.label, detail: new URL(account.baseUrl).host, account };
}
