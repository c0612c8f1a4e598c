import { createRedactor, hideInJson, type JsonValue, type Redactor } from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/account.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import type { Attempt } from './attempt.ts';

/** An attempt as it may be kept: no key in it, and the way back to its text. */
export function kept(attempt: Attempt, account: Account, source: CustomerSource | undefined): Attempt {
  const redactor = createRedactor(account.kind === 'live' ? [account.connection.apiKey] : []);
  const place = source ? { uri: source.uri, whereabouts: source.whereabouts } : {};
  return hideKeysIn({ ...attempt, ...place }, redactor);
}

/** A copy of plain data in which every text, keys of objects included, went through a redactor. */
export function hideKeysIn<Value>(value: Value, { hide }: Pick<Redactor, 'hide'>): Value {
  return hideInJson(value as JsonValue, hide) as Value;
}
