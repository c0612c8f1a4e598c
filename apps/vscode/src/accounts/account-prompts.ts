import { ApiKey, apiKeyMessages, baseUrlMessages, readBaseUrl } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { StoredAccount } from './account-store.ts';
import { sandboxLabel } from './accounts.ts';

/** Asks for the name of an account; `own` is the account that may keep its name. */
export async function askLabel(
  title: string,
  accounts: readonly StoredAccount[],
  own?: StoredAccount,
): Promise<string | undefined> {
  const label = await vscode.window.showInputBox({
    title,
    value: own?.label ?? '',
    prompt: 'Shown in the status bar and before every create.',
    placeHolder: 'Production',
    ignoreFocusOut: true,
    validateInput: (text) => labelError(text, accounts, own?.id),
  });
  return label?.trim();
}

/** Asks for the base URL of an account. */
export async function askBaseUrl(title: string, value: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    value,
    prompt: 'The address of the API, with its version.',
    ignoreFocusOut: true,
    validateInput(typed) {
      const reading = readBaseUrl(typed);
      return reading.ok ? undefined : baseUrlMessages[reading.issue];
    },
  });
  const reading = text === undefined ? undefined : readBaseUrl(text);
  return reading?.ok ? reading.url : undefined;
}

/** Asks for an API key, without showing it. */
export async function askKey(title: string): Promise<ApiKey | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt:
      'In HelpCrunch: Settings → Developers → Public API. Kept in the secret storage of the editor only.',
    password: true,
    ignoreFocusOut: true,
    validateInput(typed) {
      const reading = ApiKey.read(typed);
      return reading.ok ? undefined : apiKeyMessages[reading.issue];
    },
  });
  const reading = text === undefined ? undefined : ApiKey.read(text);
  return reading?.ok ? reading.key : undefined;
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

function fold(label: string): string {
  return label.trim().toLowerCase();
}

/** Something to choose in a list, and what it stands for. */
export interface Choice<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

export async function pick<Value>(
  title: string,
  choices: readonly Choice<Value>[],
): Promise<Value | undefined> {
  const options = { title, matchOnDetail: true, matchOnDescription: true };
  return (await vscode.window.showQuickPick(choices, options))?.value;
}

/** A live account in a list, with its host. */
export function accountChoice(account: StoredAccount, activeId: string | undefined): Choice<StoredAccount> {
  const description = account.id === activeId ? 'live, in use' : 'live';
  return { label: account.label, description, detail: hostOf(account), value: account };
}

export function hostOf({ baseUrl }: Pick<StoredAccount, 'baseUrl'>): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}
