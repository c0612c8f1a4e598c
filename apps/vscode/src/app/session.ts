import { checkOutcome } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Attempt } from '../attempts/attempt.ts';
import type { AttemptStore, NamedSource, Put } from '../attempts/attempt-store.ts';
import type { EditorDesk } from '../send/editor-desk.ts';
import { inFlightWords } from '../send/guard-words.ts';
import { hideKeysIn } from '../send/hide-keys-in.ts';
import { type SendDesk, type SendNote, sendCustomer } from '../send/send-customer.ts';
import { sendSeveral } from '../send/send-several.ts';
import type { CustomerSource } from '../source/customer-source.ts';

/** A customer to send: out of a document, or as it was sent before. */
export interface Sending extends Pick<Attempt, 'customer'>, NamedSource {}

/** Sends customers and puts what comes of them into the store. */
export interface Session {
  /** From a document, to the account in use. */
  create(chosen: readonly CustomerSource[]): Promise<void>;
  /** Sends the customer that is shown once more. */
  sendAgain(
    sending: Sending,
    account: Account,
    how: { notes: readonly SendNote[]; desk: SendDesk },
  ): Promise<void>;
  /** Looks for the customer that is shown, if it is unknown whether it was created. */
  check(): Promise<void>;
}

export function createSession(accounts: Accounts, attempts: AttemptStore, desk: EditorDesk): Session {
  let isRunning = false;

  async function sendOne(
    { customer, source }: Sending,
    account: Account,
    how: { readonly notes: readonly SendNote[]; readonly desk: SendDesk },
    put: Put,
  ): Promise<void> {
    const result = await attempts.whileSending(() => sendCustomer(customer, account, how.desk, how.notes));
    if (result.kind === 'in-flight') void vscode.window.showInformationMessage(inFlightWords);
    if (result.kind === 'attempt') await put(0, kept(result.attempt, account, source));
  }

  async function sendAll(chosen: readonly CustomerSource[], account: Account, put: Put): Promise<void> {
    if (isRunning) {
      void vscode.window.showInformationMessage(inFlightWords);
      return;
    }
    isRunning = true;
    try {
      const progressed = (index: number, attempt: Attempt) =>
        put(index, kept(attempt, account, chosen[index]));
      await attempts.whileSending(() => sendSeveral(chosen, account, { ...desk, progressed }));
    } finally {
      isRunning = false;
    }
  }

  async function create(chosen: readonly CustomerSource[]): Promise<void> {
    const customers = chosen.map((source) => ({ name: source.name, source }));
    await attempts.record(customers, async (put) => {
      const account = await accounts.current();
      const [source] = chosen;
      if (!account || !source) return;
      if (chosen.length > 1) await sendAll(chosen, account, put);
      else await sendOne({ ...source, source }, account, { notes: [], desk }, put);
    });
  }

  async function check(): Promise<void> {
    const attempt = attempts.shown?.attempt;
    if (attempt?.outcome.outcome !== 'unknown') {
      void vscode.window.showInformationMessage(
        'The last customer is not in doubt: there is nothing to check.',
      );
      return;
    }
    const account = await accounts.ofIdentity(attempt.account.identity);
    if (!account) {
      void vscode.window.showWarningMessage(`The account ${attempt.account.label} is not here any more.`);
      return;
    }
    const { outcome, customer, before } = attempt;
    const found = await attempts.whileSending(() =>
      checkOutcome(account.connection, outcome, customer.draft, { before }),
    );
    const known = { ...attempt, check: found, ...(found.kind === 'found' ? { outcome: found.outcome } : {}) };
    await attempts.replace(attempt, kept(known, account, undefined));
  }

  return {
    create,
    sendAgain: (sending, account, how) =>
      attempts.recordAgain(sending, (put) => sendOne(sending, account, how, put)),
    check,
  };
}

/** An attempt as it may be kept: no key in it, and the way back to its text. */
function kept(attempt: Attempt, account: Account, source: CustomerSource | undefined): Attempt {
  const secrets = account.kind === 'live' ? [account.connection.apiKey.reveal()] : [];
  const place = source ? { uri: source.uri, whereabouts: source.whereabouts } : {};
  return hideKeysIn({ ...attempt, ...place }, secrets);
}
