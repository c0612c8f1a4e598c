import {
  buildPayload,
  createRedactor,
  customerName,
  hiddenMark,
  type ReadCustomer,
} from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { Account } from '../accounts/accounts.ts';
import { type Attempt, hideKeysIn } from '../attempts/attempt.ts';
import type { NamedSource } from '../attempts/attempt-store.ts';
import { type CustomerSource, readSourceAgain } from '../source/customer-source.ts';
import { bodyText, type SendNote } from './consent.ts';

/** A draft that is read again may come from any account: no key is known here. */
const guess = createRedactor();

/** A customer to send: out of a document, or as it was sent before. */
export interface Sending extends Pick<Attempt, 'customer'>, NamedSource {}

/** What is sent when the customer that is shown is sent again, and what to report about it. */
export interface Again {
  readonly sending: Sending;
  /** The same body as before. */
  readonly isSame: boolean;
  readonly notes: readonly SendNote[];
}

const changed = 'The JSON was changed since it was sent. It is sent as it is now.';
const earlier = 'The JSON was not found any more. The customer is sent as it was before.';
const hidden =
  'The JSON was not found any more, and something like a key in it was not kept. Create the customer from its JSON.';

/**
 * Reads the customer again where its text still is; else it is the customer as it was sent, which is asked about.
 * `undefined` when that was not kept as it was, which the person has been told.
 */
export async function readAgain(
  attempt: Attempt,
  followed: CustomerSource | undefined,
): Promise<Again | undefined> {
  const source = await readSourceAgain(attempt, followed);
  if (source) {
    const isSame = keptBody(source.customer) === keptBody(attempt.customer);
    const notes = isSame ? [] : [{ message: changed, mustAsk: false }];
    return { sending: { customer: source.customer, name: source.name, source }, isSame, notes };
  }
  if (keptBody(attempt.customer).includes(hiddenMark)) {
    void vscode.window.showWarningMessage(hidden);
    return undefined;
  }
  const { name, email, userId } = buildPayload(attempt.customer.draft);
  const sending = { customer: attempt.customer, name: customerName({ name, email, userId }), source };
  return { sending, isSame: true, notes: [{ message: earlier, mustAsk: true }] };
}

/** Tells that a customer now goes to another account than before. */
export function otherAccountNote(attempt: Attempt, account: Account): SendNote[] {
  if (attempt.account.identity === account.identity) return [];
  const message = `It is sent to ${account.label}. Before, it was sent to ${attempt.account.label}.`;
  return [{ message, mustAsk: true }];
}

/** To compare with what was kept, which went through the redactor. */
function keptBody(customer: ReadCustomer): string {
  return bodyText(hideKeysIn(buildPayload(customer.draft), guess));
}
