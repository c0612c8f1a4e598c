import { buildPayload, type CreateCustomerPayload } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { waitOver } from '../panel/wait.ts';
import { bodyOf, confirmText } from '../send/confirm-text.ts';
import { consentedDesk } from '../send/consented-desk.ts';
import type { EditorDesk } from '../send/editor-desk.ts';
import { waitWords } from '../send/guard-words.ts';
import type { SendNote } from '../send/send-customer.ts';
import { readAgain } from './resend.ts';
import type { Session } from './session.ts';

/** After a 429: sends the same customer to the same account once the wait is over, unless that is cancelled. */
export interface WaitAndSend {
  start(): Promise<void>;
  stop(): void;
}

export function createWaitAndSend(
  session: Session,
  accounts: Accounts,
  attempts: AttemptStore,
  desk: EditorDesk,
): WaitAndSend {
  let waiting: AbortController | undefined;

  async function wait(stop: AbortSignal): Promise<void> {
    const { attempt, source } = attempts.shown ?? {};
    const until = attempt && waitOver(attempt);
    const account = attempt && (await accounts.ofIdentity(attempt.account.identity));
    if (until === undefined || !attempt || !account) return;
    const again = await readAgain(attempt, source);
    if (!again) return;
    const { sending, notes } = again;
    const { name, customer } = sending;
    const request = buildPayload(customer.draft);
    if (!(await agrees(request, account, until, notes))) return;
    attempts.setWait({ until });
    if (!(await desk.waitUntil(until, waitWords.title(name, account.label), stop))) return;
    // The account may have been removed, or its address changed, in the meantime.
    const still = await accounts.ofIdentity(account.identity);
    if (!still) void vscode.window.showWarningMessage(waitWords.accountGone(account.label));
    else {
      const agreedDesk = consentedDesk(desk, new Set([bodyOf(request)]));
      await session.sendAgain(sending, still, { notes: [], desk: agreedDesk });
    }
  }

  /** The question comes before the wait, so that nobody has to be there at its end. */
  async function agrees(
    request: CreateCustomerPayload,
    account: Account,
    until: number,
    notes: readonly SendNote[],
  ): Promise<boolean> {
    const words = [waitWords.consent(until, Date.now()), ...notes.map((note) => note.words)];
    if (account.kind === 'live') return desk.confirm(confirmText(request, account, words));
    return !notes.some(({ mustAsk }) => mustAsk) || desk.ask(words.join(' '), 'Send');
  }

  return {
    async start() {
      if (waiting) return;
      const controller = new AbortController();
      waiting = controller;
      try {
        await wait(controller.signal);
      } finally {
        waiting = undefined;
        attempts.setWait(undefined);
      }
    },
    stop: () => waiting?.abort(),
  };
}
