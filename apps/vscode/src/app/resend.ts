import { buildPayload, customerName, type ReadCustomer } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Attempt } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { sourceNow } from '../attempts/source-now.ts';
import { bodyOf } from '../send/confirm-text.ts';
import type { EditorDesk } from '../send/editor-desk.ts';
import { againWords } from '../send/guard-words.ts';
import { hideKeysIn } from '../send/hide-keys-in.ts';
import type { SendNote } from '../send/send-customer.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import type { Sending, Session } from './session.ts';

/** What the redactor puts in place of a key. */
const hiddenMark = '[hidden]';

/** What goes out when the customer that is shown is sent again, and what to say about it. */
export interface Again {
  readonly sending: Sending;
  readonly notes: readonly SendNote[];
}

/**
 * Reads the customer anew where its text still is; else it is the customer of before, which is asked about.
 * `undefined` when that was not kept as it was, which the person has been told.
 */
export async function readAgain(
  attempt: Attempt,
  followed: CustomerSource | undefined,
): Promise<Again | undefined> {
  const source = await sourceNow(attempt, followed);
  if (source) {
    const isSame = bodyText(source.customer) === bodyText(attempt.customer);
    const notes = isSame ? [] : [{ words: againWords.changed, mustAsk: false }];
    return { sending: { customer: source.customer, name: source.name, source }, notes };
  }
  if (bodyText(attempt.customer).includes(hiddenMark)) {
    void vscode.window.showWarningMessage(againWords.hidden);
    return undefined;
  }
  const { name, email, userId } = buildPayload(attempt.customer.draft);
  const called = customerName({ name, email, userId });
  const notes = [{ words: againWords.earlier, mustAsk: true }];
  return { sending: { customer: attempt.customer, name: called, source }, notes };
}

/** Sends the customer that is shown again, to the account in use now. */
export async function sendAgain(
  session: Session,
  accounts: Accounts,
  attempts: AttemptStore,
  desk: EditorDesk,
): Promise<void> {
  const { shown } = attempts;
  const account = shown && (await accounts.current());
  if (!shown || !account) return;
  const { attempt } = shown;
  const again = await readAgain(attempt, shown.source);
  if (!again) return;
  const { sending, notes } = again;
  for (const { words, mustAsk } of notes) if (!mustAsk) vscode.window.setStatusBarMessage(words, 10_000);
  await session.sendAgain(sending, account, { notes: [...notes, ...otherAccount(attempt, account)], desk });
}

function otherAccount(attempt: Attempt, account: Account): SendNote[] {
  if (attempt.account.identity === account.identity) return [];
  return [{ words: againWords.otherAccount(account.label, attempt.account.label), mustAsk: true }];
}

/** To compare with what was kept, which went through the redactor. */
function bodyText(customer: ReadCustomer): string {
  return bodyOf(hideKeysIn(buildPayload(customer.draft), []));
}
