import { hideKeys } from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/account.ts';
import type { CustomerSource } from '../source/customer-source.ts';
import type { Attempt } from './attempt.ts';

/** An attempt as it may be kept: no key in it, and the way back to its text. */
export function kept(attempt: Attempt, account: Account, source: CustomerSource | undefined): Attempt {
  const secrets = account.kind === 'live' ? [account.connection.apiKey.reveal()] : [];
  const place = source ? { uri: source.uri, whereabouts: source.whereabouts } : {};
  return hideKeysIn({ ...attempt, ...place }, secrets);
}

/** A copy of plain data in which every text, keys of objects included, went through the redactor. */
export function hideKeysIn<Value>(value: Value, secrets: readonly string[]): Value {
  return hidden(value, secrets) as Value;
}

function hidden(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return hideKeys(value, secrets);
  if (Array.isArray(value)) return value.map((item) => hidden(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [hideKeys(key, secrets), hidden(item, secrets)]),
  );
}
