import { ApiKey, apiKeyMessages, baseUrlMessages } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Log } from '../editor/log.ts';
import { baseUrlSetting } from '../editor/settings.ts';
import type { AccountStore, SaveResult, StoredAccount } from './account-store.ts';
import { sandboxLabel } from './accounts.ts';

/** The commands that add, rename, remove and switch accounts. */
export function createAccountCommands(store: AccountStore, log: Log) {
  async function add(): Promise<void> {
    const baseUrl = baseUrlSetting();
    if (!baseUrl.ok) {
      void vscode.window.showErrorMessage(baseUrlMessages[baseUrl.issue]);
      return;
    }
    const label = await askLabel(store, 'Add an account: name', '');
    if (label === undefined) return;
    const pasted = await askKey(new URL(baseUrl.url).host);
    const reading = ApiKey.read(pasted ?? '');
    if (pasted === undefined || !reading.ok) return;
    const key = reading.key.reveal();
    log.hide(key);
    const id = crypto.randomUUID();
    const saved = await store.save((accounts) => [...accounts, { id, label, baseUrl: baseUrl.url, key }]);
    if (!reportSaved(saved)) return;
    await store.activate(id);
    log.info('Account added.');
    void vscode.window.showInformationMessage(
      `Customers now go to ${label}. You confirm each one before it is sent.`,
    );
  }

  async function rename(): Promise<void> {
    const account = await pickLiveAccount(await store.list(), 'Rename an account');
    if (!account) return;
    const label = await askLabel(store, `Rename ${account.label}`, account.label, account.id);
    if (label !== undefined)
      reportSaved(await store.save((accounts) => renamed(accounts, account.id, label)));
  }

  async function remove(): Promise<void> {
    const account = await pickLiveAccount(await store.list(), 'Remove an account');
    if (!account) return;
    const question = `Remove ${account.label} and its key from this editor?`;
    if ((await vscode.window.showWarningMessage(question, { modal: true }, 'Remove')) !== 'Remove') return;
    reportSaved(await store.save((accounts) => accounts.filter(({ id }) => id !== account.id)));
  }

  async function switchTo(): Promise<void> {
    const choice = await pickAccount(await store.list(), (await store.active())?.id);
    switch (choice?.kind) {
      case undefined:
        return;
      case 'add':
        return add();
      case 'sandbox':
        return store.activate(undefined);
      case 'live':
        return store.activate(choice.account.id);
      default: {
        const unreachable: never = choice;
        return unreachable;
      }
    }
  }

  return { add, rename, remove, switchTo };
}

async function askLabel(
  store: AccountStore,
  title: string,
  value: string,
  own?: string,
): Promise<string | undefined> {
  const accounts = await store.list();
  const label = await vscode.window.showInputBox({
    title,
    value,
    prompt: 'Shown in the status bar and before every create.',
    placeHolder: 'Production',
    ignoreFocusOut: true,
    validateInput: (text) => labelError(text, accounts, own),
  });
  return label?.trim();
}

async function askKey(host: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: `Add an account: API key for ${host}`,
    prompt:
      'In HelpCrunch: Settings → Developers → Public API. Kept in the secret storage of the editor only.',
    password: true,
    ignoreFocusOut: true,
    validateInput(text) {
      const reading = ApiKey.read(text);
      return reading.ok ? undefined : apiKeyMessages[reading.issue];
    },
  });
}

function reportSaved(result: SaveResult): boolean {
  switch (result) {
    case 'saved':
      return true;
    case 'not-kept':
      void vscode.window.showErrorMessage(
        'Not saved: the secret storage of the editor did not keep the key. On Linux, it needs a keyring.',
      );
      return false;
    case 'unreadable':
      void vscode.window.showErrorMessage(
        'Not changed: a later version of this extension saved the accounts. Update the extension.',
      );
      return false;
    default: {
      const unreachable: never = result;
      return unreachable;
    }
  }
}

interface AccountItem extends vscode.QuickPickItem {
  readonly account: StoredAccount;
}

async function pickLiveAccount(
  accounts: readonly StoredAccount[],
  title: string,
): Promise<StoredAccount | undefined> {
  if (accounts.length === 0) {
    void vscode.window.showInformationMessage('There is only the sandbox. Add an account first.');
    return undefined;
  }
  const items: AccountItem[] = accounts.map((account) => toItem(account));
  return (await vscode.window.showQuickPick(items, { title }))?.account;
}

type AccountChoice =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'live'; readonly account: StoredAccount }
  | { readonly kind: 'add' };

async function pickAccount(
  accounts: readonly StoredAccount[],
  activeId: string | undefined,
): Promise<AccountChoice | undefined> {
  const items: (vscode.QuickPickItem & { readonly choice: AccountChoice })[] = [
    {
      label: sandboxLabel,
      description: activeId === undefined ? 'in use' : '',
      detail: 'On this machine: no key needed, nothing leaves it',
      choice: { kind: 'sandbox' },
    },
    ...accounts.map((account) => ({
      ...toItem(account),
      description: account.id === activeId ? 'live, in use' : 'live',
      choice: { kind: 'live', account } as const,
    })),
    { label: '$(add) Add Account…', choice: { kind: 'add' } },
  ];
  const title = 'Send customers to';
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.choice;
}

function toItem(account: StoredAccount): AccountItem {
  return { label: account.label, detail: new URL(account.baseUrl).host, account };
}

/** Why a text cannot be the name of an account; `undefined` when it can. */
export function labelError(
  label: string,
  accounts: readonly StoredAccount[],
  own?: string,
): string | undefined {
  const wanted = fold(label);
  if (wanted === '') return 'Type a name.';
  if (wanted.length > 40) return 'Too long. Use at most 40 characters.';
  if (wanted === fold(sandboxLabel)) return 'The sandbox has this name. Use another one.';
  const isTaken = accounts.some(({ id, label: other }) => id !== own && fold(other) === wanted);
  return isTaken ? 'Another account has this name. Use another one.' : undefined;
}

export function renamed(accounts: readonly StoredAccount[], id: string, label: string): StoredAccount[] {
  return accounts.map((account) => (account.id === id ? { ...account, label: label.trim() } : account));
}

function fold(label: string): string {
  return label.trim().toLowerCase();
}
