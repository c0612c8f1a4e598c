import * as vscode from 'vscode';
import { answerTimeoutSetting, baseUrlSetting, fetchSetting } from '../editor/settings.ts';
import type { Log } from '../log/log.ts';
import type { LocalSandbox } from '../sandbox/local-sandbox.ts';
import { type Account, sandboxLabel } from './account.ts';
import type { StoredAccount } from './account-envelope.ts';
import type { AccountStore } from './account-store.ts';
import { liveAccount } from './live-account.ts';
import { sandboxAccount } from './sandbox-account.ts';

export interface Accounts {
  /** The account that customers go to now; `undefined` when it cannot be used, which the person has been told. */
  current(): Promise<Account | undefined>;
  /** The account of an earlier attempt, if it is still there. */
  ofIdentity(identity: string): Promise<Account | undefined>;
  /** What to call the current account, whether it can be used or not. */
  currentLabel(): Promise<{ readonly label: string; readonly isLive: boolean }>;
}

export function createAccounts(store: AccountStore, sandbox: LocalSandbox, log: Log): Accounts {
  function read(stored: StoredAccount) {
    log.hide(stored.key);
    return liveAccount(stored, baseUrlSetting(), answerTimeoutSetting(), fetchSetting());
  }
  return {
    async current() {
      const stored = await store.active();
      if (!stored) return sandboxAccount(sandbox, answerTimeoutSetting(), fetchSetting());
      if (!vscode.workspace.isTrusted) {
        void offer(
          `This folder is not trusted, so nothing goes to ${stored.label}. Trust the folder, or switch to the sandbox.`,
          { 'Manage Trust': 'workbench.trust.manage', 'Switch Account': 'helpcrunch.switchAccount' },
        );
        return undefined;
      }
      const reading = read(stored);
      if (reading.kind === 'ready') return reading.account;
      void offer(reading.words, {
        'Switch Account': 'helpcrunch.switchAccount',
        'Add Account': 'helpcrunch.addAccount',
      });
      return undefined;
    },
    async ofIdentity(identity) {
      if (identity === 'sandbox') return sandboxAccount(sandbox, answerTimeoutSetting(), fetchSetting());
      const readings = (await store.list()).map(read);
      return readings
        .flatMap((reading) => (reading.kind === 'ready' ? [reading.account] : []))
        .find((account) => account.identity === identity);
    },
    async currentLabel() {
      const stored = await store.active();
      return { label: stored?.label ?? sandboxLabel, isLive: stored !== undefined };
    },
  };
}

/** Says something and offers commands that help. */
async function offer(words: string, commands: Readonly<Record<string, string>>): Promise<void> {
  const chosen = await vscode.window.showErrorMessage(words, ...Object.keys(commands));
  const command = chosen === undefined ? undefined : commands[chosen];
  if (command) await vscode.commands.executeCommand(command);
}
