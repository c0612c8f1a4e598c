import { baseUrlMessages } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Log } from '../editor/log.ts';
import { baseUrlSetting, openSetting } from '../editor/settings.ts';
import { checkAccount, checkMessage } from './account-check.ts';
import { accountChoice, askBaseUrl, askKey, askLabel, type Choice, hostOf, pick } from './account-prompts.ts';
import type { AccountStore, SaveResult, StoredAccount } from './account-store.ts';
import { type Accounts, sandboxLabel } from './accounts.ts';

interface AccountParts {
  readonly store: AccountStore;
  readonly accounts: Accounts;
  readonly log: Log;
  /** Ends a failure that the sandbox simulates. */
  readonly backToNormal: () => void;
}

type Act = () => unknown;

/** The commands that add, change and switch accounts. */
export function createAccountCommands({ store, accounts, log, backToNormal }: AccountParts) {
  async function add(): Promise<void> {
    const proposed = baseUrlSetting();
    if (!proposed.ok) {
      await offerSetting(`No account was added. ${baseUrlMessages[proposed.issue]}`);
      return;
    }
    const label = await askLabel('Add an account: name', await store.list());
    const baseUrl = label && (await askBaseUrl('Add an account: base URL', proposed.url));
    if (!label || !baseUrl) return;
    const keyTitle = `Add an account: API key for ${hostOf({ baseUrl })}`;
    const added = await askForKey({ id: crypto.randomUUID(), label, baseUrl, key: '' }, keyTitle);
    if (!added || !reportSaved(await store.save((all) => [...all, added.account]))) return;
    await store.activate(added.account.id);
    log.info(`Account added: ${label}.`);
    void vscode.window.showInformationMessage(
      `${added.message} Customers now go to ${label}. You confirm each one before it is sent.`,
    );
  }

  /**
   * Asks for the key of an account and checks it with HelpCrunch. A key that was not accepted is only kept when the user
   * wants that.
   */
  async function askForKey(
    stored: StoredAccount,
    title: string,
  ): Promise<{ readonly account: StoredAccount; readonly message: string } | undefined> {
    const typed = await askKey(title);
    if (!typed) return undefined;
    const account = { ...stored, key: typed.reveal() };
    log.hide(account.key);
    const check = await checkAccount(account, accounts);
    const message = checkMessage(check, account);
    if (check.kind === 'accepted' || check.kind === 'untrusted') return { account, message };
    const [another, anyway] = ['Type Another Key', 'Save Anyway'];
    const chosen = await vscode.window.showWarningMessage(message, { modal: true }, another, anyway);
    if (chosen === another) return askForKey(stored, title);
    return chosen === anyway ? { account, message: 'Saved without a check.' } : undefined;
  }

  async function updateKey(account: StoredAccount): Promise<void> {
    const title = `Update the key of ${account.label}: API key for ${hostOf(account)}`;
    const updated = await askForKey(account, title);
    if (!updated || !(await replace(updated.account))) return;
    log.info(`Key updated: ${account.label}.`);
    void vscode.window.showInformationMessage(`${updated.message} The key was updated.`);
  }

  /** A key is only sent to the host that it was saved for, so another host needs its own. */
  async function changeBaseUrl(account: StoredAccount): Promise<void> {
    const baseUrl = await askBaseUrl(`Base URL of ${account.label}`, account.baseUrl);
    if (!baseUrl || baseUrl === account.baseUrl) return;
    const moved = { ...account, baseUrl };
    if (hostOf(moved) === hostOf(account)) await replace(moved);
    else await updateKey(moved);
  }

  async function replace(account: StoredAccount): Promise<boolean> {
    const isSame = ({ id }: StoredAccount) => id === account.id;
    return reportSaved(await store.save((all) => all.map((one) => (isSame(one) ? account : one))));
  }

  async function test(account: StoredAccount): Promise<void> {
    const check = await checkAccount(account, accounts);
    const message = checkMessage(check, account);
    if (check.kind === 'accepted') void vscode.window.showInformationMessage(message);
    else if (check.kind !== 'refused') void vscode.window.showWarningMessage(message);
    else if ((await vscode.window.showWarningMessage(message, 'Update Key')) !== undefined) {
      await updateKey(account);
    }
  }

  async function rename(account: StoredAccount): Promise<void> {
    const label = await askLabel(`Rename ${account.label}`, await store.list(), account);
    if (label !== undefined) await replace({ ...account, label });
  }

  async function remove({ id, label }: StoredAccount): Promise<void> {
    const question = `Remove ${label} and its key from this editor?`;
    if ((await vscode.window.showWarningMessage(question, { modal: true }, 'Remove')) !== 'Remove') return;
    reportSaved(await store.save((all) => all.filter((account) => account.id !== id)));
  }

  async function change(account: StoredAccount): Promise<void> {
    const actions: readonly Choice<Act>[] = [
      { label: '$(check) Use for This Workspace', value: () => store.activate(account.id) },
      { label: '$(key) Update Key…', value: () => updateKey(account) },
      {
        label: '$(plug) Test Connection',
        detail: 'One search that finds no one, and changes nothing',
        value: () => test(account),
      },
      { label: '$(link) Change Base URL…', detail: account.baseUrl, value: () => changeBaseUrl(account) },
      { label: '$(edit) Rename…', value: () => rename(account) },
      { label: '$(trash) Remove…', value: () => remove(account) },
    ];
    await (await pick(account.label, actions))?.();
  }

  async function manage(): Promise<void> {
    const [all, active] = [await store.list(), await store.active()];
    const act = await pick<Act>('Manage accounts', [
      ...all.map((account) => ({
        ...accountChoice(account, active?.id),
        value: () => change(account),
      })),
      { label: '$(add) Add Account…', value: add },
    ]);
    await act?.();
  }

  async function switchTo(): Promise<void> {
    const [all, active] = [await store.list(), await store.active()];
    const { isSimulating } = await accounts.currentLabel();
    const act = await pick<Act>('Send customers to', [
      ...(isSimulating
        ? [
            {
              label: '$(debug-restart) Back to Normal',
              detail: 'The sandbox simulates a failure',
              value: backToNormal,
            },
          ]
        : []),
      {
        label: sandboxLabel,
        description: active === undefined ? 'in use' : '',
        detail: 'On this machine: no key needed, nothing leaves it',
        value: () => store.activate(undefined),
      },
      ...all.map((account) => ({
        ...accountChoice(account, active?.id),
        value: () => store.activate(account.id),
      })),
      { label: '$(add) Add Account…', value: add },
      ...(all.length > 0 ? [{ label: '$(gear) Manage Accounts…', value: manage }] : []),
    ]);
    await act?.();
  }

  /** The account of an attempt, else one to choose. */
  async function updateKeyOf(identity: unknown): Promise<void> {
    const found = (await store.list()).find((account) => {
      const reading = accounts.read(account);
      return reading.kind === 'ready' && reading.account.identity === identity;
    });
    await (found ? updateKey(found) : manage());
  }

  return { add, manage, switchTo, updateKeyOf };
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

/** For a base URL that new accounts cannot use. */
async function offerSetting(message: string): Promise<void> {
  const open = 'Open Setting';
  if ((await vscode.window.showErrorMessage(message, open)) !== open) return;
  await openSetting('baseUrl');
}
