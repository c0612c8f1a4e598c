import { ApiKey, apiKeyWords, baseUrlWords } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { baseUrlSetting } from '../editor/settings.ts';
import type { Log } from '../log/log.ts';
import { labelProblem, renamed } from './account-list.ts';
import type { AccountStore, SaveResult } from './account-store.ts';
import { pickAccount, pickLiveAccount } from './pick-account.ts';

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
    validateInput: (text) => labelProblem(text, accounts, own),
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
