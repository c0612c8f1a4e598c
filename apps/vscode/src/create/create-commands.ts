import { type Ask, checkCustomer, type Progress, reasonMessage } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Account, Accounts } from '../accounts/accounts.ts';
import { kept, waitOver } from '../attempts/attempt.ts';
import type { AttemptStore, Put } from '../attempts/attempt-store.ts';
import { repeatWindowSetting } from '../editor/settings.ts';
import type { Imports } from '../import/start-imports.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import type { Variables } from '../source/variables.ts';
import { otherAccountNote, readAgain, type Sending } from './again.ts';
import type { Consent, SendNote } from './consent.ts';
import { agreedBefore, askNewFacts, askPerson, type CreateOptions, createOne } from './create-one.ts';
import { createSeveral } from './create-several.ts';
import type { Ledgers } from './ledgers.ts';
import type { Prompts, SendProgress } from './prompts.ts';

/** The commands that send a customer or look for one, and put the outcome into the store. */
export interface CreateCommands {
  /** Creates customers from documents, in the account in use. */
  create(chosen: readonly CustomerSource[]): Promise<void>;
  /** Sends the shown customer again, to the account in use. */
  sendAgain(): Promise<void>;
  /** Sends the shown customer again, to the same account, once a rate limit allows it. */
  sendAfterWait(): Promise<void>;
  /** Looks for the shown customer, if its outcome is unknown. */
  check(): Promise<void>;
}

interface CreateParts {
  readonly accounts: Accounts;
  readonly attempts: AttemptStore;
  readonly ledgers: Ledgers;
  readonly consent: Consent;
  readonly prompts: Prompts;
  readonly variables: Variables;
  /** Loaded for several customers. */
  readonly imports: () => Promise<Imports>;
}

export function createCreateCommands(parts: CreateParts): CreateCommands {
  const { accounts, attempts, ledgers, consent, prompts, variables, imports } = parts;
  let isRunning = false;
  let isWaiting = false;

  async function sendOne(
    { customer, source }: Sending,
    account: Account,
    how: Pick<CreateOptions, 'ask' | 'pause'> & { readonly progress: SendProgress },
    put: Put,
  ): Promise<void> {
    const { progress, ask, pause } = how;
    const result = await attempts.whileSending(async () =>
      createOne(customer, account, {
        ledger: await ledgers.of(account),
        repeatWindow: repeatWindowSetting(),
        signal: progress.signal,
        onProgress: (step) => progress.report(stepLabel(step)),
        pause,
        ask: (question) => progress.hideWhile(() => ask(question)),
      }),
    );
    if (result.kind === 'in-flight') reportInFlight();
    if (result.kind === 'attempt') await put(0, kept(result.attempt, account, source));
  }

  async function sendInOneGo(
    sending: Sending,
    account: Account,
    notes: readonly SendNote[],
    put: Put,
  ): Promise<void> {
    const mustAsk = notes.some((note) => note.mustAsk);
    const ask = askPerson((question) => consent.ask(question, notes), mustAsk);
    await prompts.withProgress(`Creating a customer in ${account.label}`, (progress) =>
      sendOne(sending, account, { ask, progress }, put),
    );
  }

  /** Returns the paths of its result files. */
  async function sendAll(
    chosen: readonly CustomerSource[],
    account: Account,
    put: Put,
  ): Promise<readonly string[]> {
    if (isRunning) {
      reportInFlight();
      return [];
    }
    isRunning = true;
    const notes: string[] = [];
    let tried = 0;
    try {
      const { stopped, files = [] } =
        (await attempts.whileSending(async () =>
          createSeveral(chosen, account, {
            name: listName(chosen),
            consent,
            prompts,
            imports,
            ledger: await ledgers.of(account),
            attempted(index, attempt) {
              tried += 1;
              return put(index, kept(attempt, account, chosen[index]));
            },
            noted(index, note) {
              notes.push(note);
              return put(index, note);
            },
          }),
        )) ?? {};
      if (stopped !== undefined) void vscode.window.showWarningMessage(stopped);
      else if (tried === 0 && notes[0] !== undefined) {
        void vscode.window.showInformationMessage(`No customer was sent. ${notes[0]}`);
      }
      return files;
    } finally {
      isRunning = false;
    }
  }

  async function create(chosen: readonly CustomerSource[]): Promise<void> {
    const customers = chosen.map((source) => ({ name: source.name, source }));
    await attempts.record(customers, async (put, keep) => {
      const account = await accounts.current();
      const [source] = chosen;
      if (!account || !source) return;
      if (chosen.length > 1) keep(await sendAll(chosen, account, put));
      else await sendInOneGo({ ...source, source }, account, [], put);
    });
  }

  async function sendAgain(): Promise<void> {
    const { shown } = attempts;
    const account = shown && (await accounts.current());
    if (!account) return;
    const again = await readAgain(shown.attempt, shown.source, variables);
    if (!again) return;
    const { sending, notes } = again;
    for (const { message, mustAsk } of notes) {
      if (!mustAsk) vscode.window.setStatusBarMessage(message, 10_000);
    }
    const all = [...notes, ...otherAccountNote(shown.attempt, account)];
    await attempts.recordAgain(sending, (put) => sendInOneGo(sending, account, all, put));
  }

  async function sendAfterWait(): Promise<void> {
    const { shown } = attempts;
    const until = shown && waitOver(shown.attempt);
    if (isWaiting || !shown || until === undefined) return;
    isWaiting = true;
    try {
      await waitAndSend(shown, until);
    } finally {
      isWaiting = false;
    }
  }

  async function waitAndSend(shown: NonNullable<AttemptStore['shown']>, until: number): Promise<void> {
    const { attempt } = shown;
    const again = await readAgain(attempt, shown.source, variables);
    if (!again) return;
    const { sending, isSame, notes } = again;
    const { identity, label } = attempt.account;
    const prompt: Ask = (question) => consent.ask(question, isSame ? [] : notes);
    const agreed = isSame ? agreedBefore(attempt.outcome) : undefined;
    const ask = agreed ? askNewFacts(agreed, prompt) : askPerson(prompt, false);
    await attempts.recordAgain(sending, (put) =>
      prompts.withProgress(`Sending ${sending.name} to ${label}`, async (progress) => {
        const { signal, cancel } = progress;
        /** The account after the wait: it may have been removed, or its address changed. */
        const waited = async (moment: number) => {
          const wait = { attempt, until: moment, stop: cancel };
          await attempts.whileWaiting(wait, () => progress.waitUntil(moment));
          const account = signal.aborted ? undefined : await accounts.ofIdentity(identity);
          if (account || signal.aborted) return account;
          reportGone(label, 'Not sent');
          cancel();
          return undefined;
        };
        const account = await attempts.whileSending(() => waited(until));
        if (!account) return;
        const pause = async (milliseconds: number) => void (await waited(Date.now() + milliseconds));
        await sendOne(sending, account, { ask, pause, progress }, put);
      }),
    );
  }

  async function check(): Promise<void> {
    const attempt = attempts.unknown;
    if (attempt?.outcome.outcome !== 'unknown') {
      void vscode.window.showInformationMessage(
        'Nothing to check: the outcome of the last customer is known.',
      );
      return;
    }
    const account = await accounts.ofIdentity(attempt.account.identity);
    if (!account) return reportGone(attempt.account.label, 'Not checked');
    const { outcome, customer } = attempt;
    const { connection } = account;
    const context = { connection, ledger: await ledgers.of(account), draft: customer.draft };
    const found = await attempts.whileSending(() => checkCustomer(outcome, context));
    await attempts.replace(attempt, kept({ ...attempt, outcome: found }, account, undefined));
  }

  return { create, sendAgain, sendAfterWait, check };
}

/** The file that a list is from, if it is from one. */
function listName(chosen: readonly CustomerSource[]): string {
  const [uri = '', ...others] = new Set(chosen.map((source) => source.uri));
  const name = vscode.Uri.parse(uri).path.split('/').at(-1);
  return others.length > 0 || !name ? 'customers' : name;
}

function reportInFlight(): void {
  void vscode.window.showInformationMessage(reasonMessage({ kind: 'in-flight' }));
}

function reportGone(label: string, what: string): void {
  void vscode.window.showWarningMessage(
    `${what}: the account ${label} was removed, or its base URL changed.`,
  );
}

function stepLabel(step: Progress): string {
  switch (step.kind) {
    case 'checking-duplicates':
      return 'checking for duplicates';
    case 'sending':
      return 'sending';
    case 'looking-up':
      return 'looking for the customer';
    case 'waiting':
      return `waiting before try ${step.resend + 1} of ${step.maxResends + 1}`;
    default: {
      const unreachable: never = step;
      return unreachable;
    }
  }
}
