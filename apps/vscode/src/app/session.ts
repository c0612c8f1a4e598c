import { checkOutcome } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { setContextKey } from '../editor/context-keys.ts';
import type { Log } from '../log/log.ts';
import { findingsOf } from '../problems/findings.ts';
import type { Problems } from '../problems/problems.ts';
import type { Attempt } from '../send/attempt.ts';
import type { EditorDesk } from '../send/editor-desk.ts';
import { inFlightWords } from '../send/guard-words.ts';
import { hideKeysIn } from '../send/hide-keys-in.ts';
import { entryToShow, type RunEntry } from '../send/run.ts';
import { type SendDesk, type SendNote, sendCustomer } from '../send/send-customer.ts';
import { sendSeveral } from '../send/send-several.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { createBusy } from './busy.ts';
import { createFollowedSources, type MaybeSource } from './followed-sources.ts';
import type { LastAttempt } from './last-attempt.ts';
import type { LiveSources } from './live-source.ts';

export interface SessionParts {
  readonly accounts: Accounts;
  readonly problems: Problems;
  readonly sources: LiveSources;
  readonly last: LastAttempt;
  readonly desk: EditorDesk;
  readonly log: Log;
  setBusy(isBusy: boolean): void;
  /** Shows the last attempt as it is known now. */
  refresh(): void;
  announce(attempt: Attempt, source: MaybeSource): void;
  announceSeveral(entries: readonly RunEntry[]): void;
}

/** A customer to be sent: out of a document, or as it went out before. */
export interface Sending extends Pick<Attempt, 'customer'> {
  readonly name: string;
  readonly source: MaybeSource;
}

/** From customers to what came of them, shown everywhere it belongs. */
export interface Session {
  /** From a document, to the account in use. */
  create(chosen: readonly CustomerSource[]): Promise<void>;
  send(
    sending: Sending,
    account: Account,
    how: { notes: readonly SendNote[]; desk: SendDesk },
  ): Promise<void>;
  check(): Promise<void>;
  /** Where the attempt that is shown came from, followed through edits; `undefined` after a reload. */
  readonly source: MaybeSource;
}

export function createSession(parts: SessionParts): Session {
  const { accounts, problems, last, desk, log } = parts;
  const followed = createFollowedSources(parts.sources);
  const busyWhile = createBusy((isBusy) => {
    setContextKey('sending', isBusy);
    parts.setBusy(isBusy);
  });
  let isRunning = false;

  function kept(attempt: Attempt, account: Account, source: MaybeSource): Attempt {
    const secrets = account.kind === 'live' ? [account.connection.apiKey.reveal()] : [];
    const place = source ? { uri: source.uri, whereabouts: source.whereabouts } : {};
    return hideKeysIn({ ...attempt, ...place }, secrets);
  }

  async function note(attempt: Attempt, source: MaybeSource): Promise<void> {
    const { outcome, exchange, account } = attempt;
    setContextKey(outcome.outcome === 'created' ? 'hasCreated' : 'hasFailed', true);
    const answer = exchange ? ` (${exchange.status}, ${Math.round(exchange.milliseconds)} ms)` : '';
    log.info(`${account.label}: ${outcome.outcome}${answer}`);
    if (source) await problems.show(source, findingsOf(outcome));
  }

  async function sendOne(
    { customer, name, source }: Sending,
    account: Account,
    how: { readonly notes: readonly SendNote[]; readonly desk: SendDesk },
    show: () => void,
  ): Promise<void> {
    const result = await busyWhile(() => sendCustomer(customer, account, how.desk, how.notes));
    if (result.kind === 'in-flight') void vscode.window.showInformationMessage(inFlightWords);
    if (result.kind !== 'attempt') return;
    const attempt = kept(result.attempt, account, source);
    show();
    await last.begin({ entries: [{ name, attempt }], shown: 0 });
    parts.refresh();
    await note(attempt, source);
    parts.announce(attempt, source);
  }

  async function sendAll(
    chosen: readonly CustomerSource[],
    account: Account,
    show: () => void,
  ): Promise<void> {
    const progressed = async (entries: readonly RunEntry[]) => {
      const safe = entries.map(({ name, attempt }, index) =>
        attempt ? { name, attempt: kept(attempt, account, chosen[index]) } : { name },
      );
      // At once: the entries of the run are what buttons and commands are about from here on.
      show();
      await last.begin({ entries: safe, shown: entryToShow(safe) });
    };
    const entries = await busyWhile(() => sendSeveral(chosen, account, { ...desk, progressed }));
    if (!entries?.some(({ attempt }) => attempt)) return;
    parts.refresh();
    for (const [index, { attempt }] of entries.entries()) if (attempt) await note(attempt, chosen[index]);
    parts.announceSeveral(entries);
  }

  async function sendAllOnce(
    chosen: readonly CustomerSource[],
    account: Account,
    show: () => void,
  ): Promise<void> {
    if (isRunning) {
      void vscode.window.showInformationMessage(inFlightWords);
      return;
    }
    isRunning = true;
    try {
      await sendAll(chosen, account, show);
    } finally {
      isRunning = false;
    }
  }

  async function create(chosen: readonly CustomerSource[]): Promise<void> {
    await followed.during(chosen, async (show) => {
      const account = await accounts.current();
      const [source] = chosen;
      if (!account || !source) return;
      if (chosen.length > 1) await sendAllOnce(chosen, account, show);
      else await sendOne({ ...source, source }, account, { notes: [], desk }, show);
    });
  }

  async function check(): Promise<void> {
    const attempt = last.get();
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
    const found = await busyWhile(() =>
      checkOutcome(account.connection, outcome, customer.draft, { before }),
    );
    const known = { ...attempt, check: found, ...(found.kind === 'found' ? { outcome: found.outcome } : {}) };
    await last.replace(attempt, kept(known, account, undefined));
    parts.refresh();
    await note(known, undefined);
  }

  return {
    create,
    send: (sending, account, how) =>
      followed.during([sending.source], (show) => sendOne(sending, account, how, show)),
    check,
    get source() {
      return followed.at(last.run?.shown ?? 0);
    },
  };
}
