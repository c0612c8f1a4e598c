import type { CreateCustomerPayload, LedgerSubject, SentAttempt } from '@helpcrunch-customer-kit/core';

/** A create as `planCustomer` has it. */
export function subject(request: CreateCustomerPayload): LedgerSubject {
  return { fingerprint: JSON.stringify(request), request };
}

export function attemptOf({ request }: LedgerSubject, sentAt = 5): SentAttempt {
  return { request, sentAt, before: { email: { ids: ['1', '2'], isComplete: true }, clockSkewMs: -3 } };
}

export const ada = subject({ name: 'Ada', userId: 'u-1', email: 'ada@example.com' });
export const grace = subject({ name: 'Grace', email: 'grace@example.com' });
export const account = {
  kind: 'live',
  host: 'api.helpcrunch.com',
  id: 'test/one',
  apiKey: { reveal: () => 'key of one' },
} as const;
/** The folder of its ledger. */
export const ledgerName = 'host-api.helpcrunch.com';
