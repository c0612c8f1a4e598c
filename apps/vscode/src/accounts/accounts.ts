import {
  type AccountKind,
  ApiKey,
  apiKeyMessages,
  baseUrlMessages,
  type Connection,
  connect,
  type Fetch,
  readBaseUrl,
} from '@helpcrunch-customer-kit/core';
import type { LedgerAccount } from '@helpcrunch-customer-kit/local/ledger';
import * as vscode from 'vscode';
import type { Log } from '../editor/log.ts';
import { answerTimeoutSetting, fetchSetting } from '../editor/settings.ts';
import type { AccountStore, StoredAccount } from './account-store.ts';
import { type LocalSandbox, usualPort } from './sandbox.ts';

/** Where a customer goes. */
export interface Account {
  readonly kind: AccountKind;
  readonly label: string;
  /** The host of its API; the sandbox inside this window has none. */
  readonly host: string | undefined;
  /** Differs from that of every other account: the key of its ledger. */
  readonly identity: string;
  /** Its ledger on disk; the sandbox of this window has none. */
  readonly ledgerAccount?: LedgerAccount;
  readonly connection: Connection;
}

/** Where a customer was sent, as results show it: the account, and its host. */
export function placeOf({ kind, label, host }: Pick<Account, 'kind' | 'label' | 'host'>): string[] {
  return [kind === 'live' ? `${label} (live)` : label, host ?? 'inside this window'];
}

export const sandboxLabel = 'Sandbox';

export type LiveAccountReading =
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'unusable'; readonly message: string };

/** A stored account as one to send with. Its key is only sent to the address that it was saved for. */
export function liveAccount(stored: StoredAccount, answerTimeout: number, fetch?: Fetch): LiveAccountReading {
  const baseUrl = readBaseUrl(stored.baseUrl);
  if (!baseUrl.ok) return { kind: 'unusable', message: baseUrlMessages[baseUrl.issue] };
  const key = ApiKey.read(stored.key);
  if (!key.ok) return { kind: 'unusable', message: apiKeyMessages[key.issue] };
  const connection = connect({ baseUrl: stored.baseUrl, apiKey: key.key, answerTimeout, fetch });
  const { host } = new URL(stored.baseUrl);
  const identity = `live ${stored.id} ${stored.baseUrl}`;
  // A new name and a new key leave the ID as it is.
  const ledgerAccount = { kind: 'live', host, apiKey: key.key, id: `vscode/${stored.id}` } as const;
  const { label } = stored;
  return { kind: 'ready', account: { kind: 'live', label, host, identity, ledgerAccount, connection } };
}

/** The name of the sandbox, with the failure that it simulates. */
export function labelOfSandbox({ scenario }: Pick<LocalSandbox, 'scenario'>): string {
  return scenario === undefined ? sandboxLabel : `${sandboxLabel} (${scenario})`;
}

/** The sandbox: in this process, or over HTTP on this machine while it listens on a port. */
function sandboxAccount(sandbox: LocalSandbox, answerTimeout: number, fetch?: Fetch): Account {
  const key = ApiKey.read('sandbox');
  if (!key.ok) throw new Error('the key of the sandbox must be readable');
  const common = { apiKey: key.key, answerTimeout };
  const { listener } = sandbox;
  const connection = listener
    ? connect({ ...common, baseUrl: listener.baseUrl, fetch })
    : connect({ ...common, baseUrl: `http://127.0.0.1:${usualPort}/v1`, fetch: sandbox.fetch });
  const host = listener && new URL(listener.baseUrl).host;
  return { kind: 'sandbox', label: labelOfSandbox(sandbox), host, identity: sandbox.identity, connection };
}

export interface CurrentLabel {
  readonly label: string;
  readonly isLive: boolean;
  /** It is the sandbox, and simulates a failure. */
  readonly isSimulating: boolean;
}

export interface Accounts {
  /** The account in use; `undefined` after a message when it cannot be used. */
  current(): Promise<Account | undefined>;
  /** The account of an earlier attempt, if it still exists. */
  ofIdentity(identity: string): Promise<Account | undefined>;
  /** A stored account as one to send with, also one that is not stored yet. */
  read(stored: StoredAccount): LiveAccountReading;
  /** Calls a listener after the account in use or its name may have changed. */
  onDidChange(listener: () => void): vscode.Disposable;
  /** The name of the account in use, also when that cannot be used. */
  currentLabel(): Promise<CurrentLabel>;
}

export function createAccounts(store: AccountStore, sandbox: LocalSandbox, log: Log): Accounts {
  function read(stored: StoredAccount) {
    log.hide(stored.key);
    return liveAccount(stored, answerTimeoutSetting(), fetchSetting());
  }
  return {
    read,
    onDidChange: (listener) =>
      vscode.Disposable.from(store.onDidChange(listener), sandbox.onDidChange(listener)),
    async current() {
      const stored = await store.active();
      if (!stored) return sandboxAccount(sandbox, answerTimeoutSetting(), fetchSetting());
      if (!vscode.workspace.isTrusted) {
        void offer(
          `Nothing was sent to ${stored.label}: this folder is not trusted. Trust it, or switch to the sandbox.`,
          { 'Manage Trust': 'workbench.trust.manage', 'Switch Account': 'helpcrunch.switchAccount' },
        );
        return undefined;
      }
      const reading = read(stored);
      if (reading.kind === 'ready') return reading.account;
      void offer(`Nothing was sent to ${stored.label}. ${reading.message}`, {
        'Manage Accounts': 'helpcrunch.manageAccounts',
        'Switch Account': 'helpcrunch.switchAccount',
      });
      return undefined;
    },
    async ofIdentity(identity) {
      if (identity === sandbox.identity) {
        return sandboxAccount(sandbox, answerTimeoutSetting(), fetchSetting());
      }
      const readings = (await store.list()).map(read);
      return readings
        .flatMap((reading) => (reading.kind === 'ready' ? [reading.account] : []))
        .find((account) => account.identity === identity);
    },
    async currentLabel() {
      const stored = await store.active();
      const isLive = stored !== undefined;
      const isSimulating = !isLive && sandbox.scenario !== undefined;
      return { label: stored?.label ?? labelOfSandbox(sandbox), isLive, isSimulating };
    },
  };
}

/** Shows a message with buttons that run commands. */
async function offer(message: string, commands: Readonly<Record<string, string>>): Promise<void> {
  const chosen = await vscode.window.showErrorMessage(message, ...Object.keys(commands));
  const command = chosen === undefined ? undefined : commands[chosen];
  if (command) await vscode.commands.executeCommand(command);
}
