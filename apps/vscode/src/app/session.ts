import { checkOutcome, type ReadCustomer } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { setContextKey } from '../editor/context-keys.ts';
import type { Log } from '../log/log.ts';
import type { PanelView } from '../panel/panel-view.ts';
import type { ResponsePanel } from '../panel/response-panel.ts';
import { toPanelView } from '../panel/to-panel-view.ts';
import { findingsOf } from '../problems/findings.ts';
import type { Problems } from '../problems/problems.ts';
import type { Attempt } from '../send/attempt.ts';
import { inFlightWords } from '../send/guard-words.ts';
import { hideKeysIn } from '../send/hide-keys-in.ts';
import { type SendDesk, sendCustomer } from '../send/send-customer.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import { announce } from './announce.ts';
import { hints } from './hints.ts';
import type { LastAttempt } from './last-attempt.ts';
import type { LiveSources } from './live-source.ts';

export interface SessionParts {
  readonly accounts: Accounts;
  readonly problems: Problems;
  readonly sources: LiveSources;
  readonly last: LastAttempt;
  readonly desk: SendDesk;
  readonly log: Log;
  readonly panel: () => ResponsePanel;
  readonly isBrowser: boolean;
}

/** From a customer to what came of it, shown everywhere it belongs. */
export interface Session {
  create(customer: ReadCustomer, source: CustomerSource | undefined): Promise<void>;
  sendAgain(): Promise<void>;
  check(): Promise<void>;
  view(): PanelView | undefined;
  readonly source: CustomerSource | undefined;
}

export function createSession(parts: SessionParts): Session {
  const { accounts, problems, sources, last, desk, log } = parts;
  let shown: CustomerSource | undefined;
  let underWay = 0;

  async function busyWhile<Result>(task: () => Promise<Result>): Promise<Result> {
    underWay += 1;
    setBusy();
    try {
      return await task();
    } finally {
      underWay -= 1;
      setBusy();
    }
  }
  function setBusy(): void {
    setContextKey('sending', underWay > 0);
    parts.panel().setBusy(underWay > 0);
  }

  function view(): PanelView | undefined {
    const attempt = last.get();
    return (
      attempt &&
      toPanelView(attempt, { hasSource: attempt.uri !== undefined, hints: hints(attempt, parts.isBrowser) })
    );
  }

  async function record(attempt: Attempt, account: Account): Promise<void> {
    const secrets = account.kind === 'live' ? [account.connection.apiKey.reveal()] : [];
    await last.set(hideKeysIn(attempt, secrets));
    const { outcome, exchange } = attempt;
    setContextKey(outcome.outcome === 'created' ? 'hasCreated' : 'hasFailed', true);
    log.info(
      `${account.label}: ${outcome.outcome}${exchange ? ` (${exchange.status}, ${Math.round(exchange.milliseconds)} ms)` : ''}`,
    );
    const current = view();
    if (current) parts.panel().show(current);
  }

  async function create(customer: ReadCustomer, source: CustomerSource | undefined): Promise<void> {
    if (source) sources.follow(source);
    const account = await accounts.current();
    const result = account && (await busyWhile(() => sendCustomer(customer, account, desk)));
    if (!account || result?.kind !== 'attempt') {
      if (source && source !== shown) sources.forget(source);
      if (result?.kind === 'in-flight') void vscode.window.showInformationMessage(inFlightWords);
      return;
    }
    if (shown && shown !== source) sources.forget(shown);
    shown = source;
    const attempt = { ...result.attempt, ...(source ? { uri: source.uri } : {}) };
    await record(attempt, account);
    if (source) await problems.show(source, findingsOf(attempt.outcome));
    void announce(attempt, source, check);
  }

  async function sendAgain(): Promise<void> {
    const attempt = last.get();
    if (attempt) await create(attempt.customer, shown);
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
    await record(
      { ...attempt, check: found, ...(found.kind === 'found' ? { outcome: found.outcome } : {}) },
      account,
    );
  }

  return {
    create,
    sendAgain,
    check,
    view,
    get source() {
      return shown;
    },
  };
}
