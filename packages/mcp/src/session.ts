import {
  apiKeyMessages,
  baseUrlMessages,
  createMemoryLedger,
  defaultRepeatWindow,
} from '@helpcrunch-customer-kit/core';
import {
  type Account,
  type AgentIdentity,
  agentIdentity,
  createJobStore,
  createLedgers,
  createPlanStore,
  createRedactor,
  findLiveAccount,
  type HeldFile,
  holdFile,
  type JobStore,
  type Ledgers,
  ledgerErrorMessage,
  ownSandboxAccount,
  type PlanStore,
  type Redactor,
  runningSandboxAccount,
  systemKeys,
  systemStateFolder,
  unattendedPatience,
} from '@helpcrunch-customer-kit/local';
import type { ServerOptions } from './options.ts';

export interface OpenAccount {
  readonly account: Account;
  readonly ledger: ReturnType<Ledgers['of']>;
  /** What its plans and jobs are recognized by. */
  readonly names: AgentIdentity;
}

/** Why no account can be used, in one sentence, and what to do. */
export interface AccountProblem {
  readonly problem: string;
  readonly next: readonly string[];
}

/** What one run of the server works with. */
export interface Session {
  readonly options: ServerOptions;
  readonly stateFolder: string;
  readonly hide: Redactor['hide'];
  readonly plans: PlanStore;
  readonly jobs: JobStore;
  /** Aborted when the server is about to end: no further create begins. */
  readonly closing: AbortSignal;
  /** Opens the account that the person chose, at the first need. */
  open(): Promise<OpenAccount | AccountProblem>;
  /** Waits until everything is on disk. */
  close(): Promise<void>;
}

/** Opens nothing yet: the first answer of the server must not wait for a keychain. */
export function createSession(
  options: ServerOptions,
  process: Pick<NodeJS.Process, 'platform' | 'env'>,
): Session {
  const { env } = process;
  const redactor = createRedactor(env);
  const { hide } = redactor;
  const folder = systemStateFolder(process);
  const closing = new AbortController();
  const keys = systemKeys({ environment: env, signal: closing.signal, patience: unattendedPatience });
  const ledgers = createLedgers({ process, hide, noLedger: false, takeOver: false });
  const window = env['HELPCRUNCH_MCP_WINDOW'] || undefined;
  const plans = createPlanStore({ folder, hide, window });
  const jobs = createJobStore({ folder, hide, repeatWindow: defaultRepeatWindow });
  let held: HeldFile | undefined;
  let opening: Promise<OpenAccount | AccountProblem> | undefined;

  async function findAccount(): Promise<Account | AccountProblem> {
    if (options.account.kind === 'sandbox') return runningSandboxAccount(options.account.url);
    if (options.account.kind === 'own-sandbox') {
      // Loaded on demand: a live server never needs it.
      const [{ createSandbox }, { openStoreFile }] = await Promise.all([
        import('@helpcrunch-customer-kit/sandbox'),
        import('@helpcrunch-customer-kit/sandbox/store-file'),
      ]);
      held ??= await holdFile('sandbox', { folder });
      const sandbox = createSandbox({ storage: openStoreFile(held.path) });
      return ownSandboxAccount((request) => sandbox.fetch(request), { store: held.path });
    }
    const { reading, note } = await findLiveAccount(env, keys);
    switch (reading.kind) {
      case 'ready':
        redactor.learn(reading.account.connection.apiKey);
        // An editor knows the account by the name that the user gave it.
        return { ...reading.account, label: env['HELPCRUNCH_MCP_ACCOUNT'] || reading.account.label };
      case 'no-key': {
        const problem = [apiKeyMessages[reading.issue], note].filter(Boolean).join(' ');
        return {
          problem,
          next: ['Ask the user to run: helpcrunch-customer login', 'Then call the same tool again.'],
        };
      }
      case 'unusable-url':
        return {
          problem: baseUrlMessages[reading.issue],
          next: ['Ask the user to check HELPCRUNCH_BASE_URL in the settings of this server.'],
        };
      default: {
        const unreachable: never = reading;
        return unreachable;
      }
    }
  }

  async function open(): Promise<OpenAccount | AccountProblem> {
    try {
      const account = await findAccount();
      if ('problem' in account) return account;
      const { ledgerAccount } = account;
      if (!ledgerAccount)
        return { account, ledger: createMemoryLedger(), names: { identity: crypto.randomUUID() } };
      return {
        account,
        ledger: ledgers.of(account),
        names: await agentIdentity(ledgerAccount, { folder }),
      };
    } catch (error) {
      return { problem: ledgerErrorMessage(error, folder), next: ['Ask the user to check that folder.'] };
    }
  }

  return {
    options,
    stateFolder: folder,
    hide,
    plans,
    jobs,
    closing: closing.signal,
    async open() {
      opening ??= open();
      const opened = await opening;
      // A key may be saved while the server runs.
      if ('problem' in opened) opening = undefined;
      return opened;
    },
    async close() {
      closing.abort();
      await ledgers.idle();
      held?.release();
    },
  };
}
