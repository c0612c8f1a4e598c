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
import type { Variables } from '../source/variables.ts';
import { bodyText, type SendNote } from './consent.ts';

/** A draft that is read again may come from any account: no key is known here. */
const guess = createRedactor();

/** A customer to send: from a document, or as it was sent before. */
export interface Sending extends Pick<Attempt, 'customer'>, NamedSource {}

/** What is sent when the customer that is shown is sent again. */
export interface Again {
  readonly sending: Sending;
  /** The same body as before. */
  readonly isSame: boolean;
  readonly notes: readonly SendNote[];
}

const changed = 'The JSON changed since it was sent. It is sent as it is now.';
const earlier = 'The JSON was not found. The customer is sent as it was before.';
const hidden =
  'Not sent: the JSON was not found, and text in it that looks like an API key was not kept. Create the customer from its JSON.';

/**
 * Reads the customer again from its text; where that is not found, the customer is the one that was sent, and the user is
 * asked. `undefined` after a message when that was not kept whole.
 */
export async function readAgain(
  attempt: Attempt,
  followed: CustomerSource | undefined,
  variables: Variables,
): Promise<Again | undefined> {
  const source = await readSourceAgain(
    attempt,
    followed,
    variables.again(attempt.customer.variables?.values),
  );
  if (source) {
    const isSame = keptBody(source.customer) === keptBody(attempt.customer);
    const notes = isSame ? [] : [{ message: changed, mustAsk: false }];
    // A retry has the values of its attempt. What is sent again after it was created is another customer.
    const isAnother = attempt.outcome.outcome === 'created' && source.customer.variables !== undefined;
    const { customer, name } =
      (isAnother && (await readSourceAgain(attempt, followed, variables.next))) || source;
    return { sending: { customer, name, source }, isSame, notes };
  }
  if (keptBody(attempt.customer).includes(hiddenMark)) {
    void vscode.window.showWarningMessage(hidden);
    return undefined;
  }
  const { name, email, userId } = buildPayload(attempt.customer.draft);
  const sending = { customer: attempt.customer, name: customerName({ name, email, userId }), source };
  return { sending, isSame: true, notes: [{ message: earlier, mustAsk: true }] };
}

/** For a customer that now goes to another account than before. */
export function otherAccountNote(attempt: Attempt, account: Account): SendNote[] {
  if (attempt.account.identity === account.identity) return [];
  const message = `The account is now ${account.label}. Before, the customer was sent to ${attempt.account.label}.`;
  return [{ message, mustAsk: true }];
}

/** To compare with what was kept, which is redacted. */
function keptBody(customer: ReadCustomer): string {
  return bodyText(hideKeysIn(buildPayload(customer.draft), guess));
}
