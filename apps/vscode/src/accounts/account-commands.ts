import { ApiKey, apiKeyWords, baseUrlWords } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Log } from '../editor/log.ts';
import { baseUrlSetting } from '../editor/settings.ts';
import type { AccountStore, SaveResult, StoredAccount } from './account-store.ts';
import { sandboxLabel } from './accounts.ts';

/** Adding, renaming, removing and switching accounts, as a person does it. */
export function createAccountCommands(store: AccountStore, log: Log) {
  async function add(): Promise<void> {
    const baseUrl = baseUrlSetting();
    if (!baseUrl.ok) {
      void vscode.window.showErrorMessage(baseUrlWords[baseUrl.problem]);
      return;
    }
    const label = await askLabel(store, 'Add an account: its name', '');
    if (label === undefined) return;
    const pasted = await askKey(new URL(baseUrl.url).host);
    const reading = ApiKey.read(pasted ?? '');
    if (pasted === undefined || !reading.ok) return;
    const key = reading.key.reveal();
    log.hide(key);
    const id = crypto.randomUUID();
    const saved = await store.save((accounts) => [...accounts, { id, label, baseUrl: baseUrl.url, key }]);
    if (!tellSaved(saved)) return;
    await store.activate(id);
    log.info('An account was added.');
    void vscode.window.showInformationMessage(`Customers go to ${label} now; each one is asked about first.`);
  }

  async function rename(): Promise<void> {
    const account = await pickLiveAccount(await store.list(), 'Rename an account');
    if (!account) return;
    const label = await askLabel(store, `A new name for ${account.label}`, account.label, account.id);
    if (label !== undefined) tellSaved(await store.save((accounts) => renamed(accounts, account.id, label)));
  }

  async function remove(): Promise<void> {
    const account = await pickLiveAccount(await store.list(), 'Remove an account');
    if (!account) return;
    const question = `Remove ${account.label} and its key from this editor?`;
    if ((await vscode.window.showWarningMessage(question, { modal: true }, 'Remove')) !== 'Remove') return;
    tellSaved(await store.save((accounts) => accounts.filter(({ id }) => id !== account.id)));
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
    prompt: 'You see it in the status bar and before every create.',
    placeHolder: 'Production',
    ignoreFocusOut: true,
    validateInput: (text) => labelError(text, accounts, own),
  });
  return label?.trim();
}

async function askKey(host: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: `Add an account: its key for ${host}`,
    prompt:
      'HelpCrunch: Settings → Developers → Public API. It is kept in the secret storage of the editor only.',
    password: true,
    ignoreFocusOut: true,
    validateInput(text) {
      const reading = ApiKey.read(text);
      return reading.ok ? undefined : apiKeyWords[reading.problem];
    },
  });
}

function tellSaved(result: SaveResult): boolean {
  switch (result) {
    case 'saved':
      return true;
    case 'not-kept':
      void vscode.window.showErrorMessage(
        'The secret storage of the editor did not keep the key. On Linux it needs a keyring; the account was not added for good.',
      );
      return false;
    case 'unreadable':
      void vscode.window.showErrorMessage(
        'The accounts were saved by another version of this extension, and are left as they are.',
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

/** Lets the person choose one of the live accounts. */
async function pickLiveAccount(
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

type AccountChoice =
  | { readonly kind: 'sandbox' }
  | { readonly kind: 'live'; readonly account: StoredAccount }
  | { readonly kind: 'add' };

/** Lets the person choose where customers go; the one in use is marked. */
async function pickAccount(
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

/** Why a text cannot be an account's label; `undefined` when it can. */
export function labelError(
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
