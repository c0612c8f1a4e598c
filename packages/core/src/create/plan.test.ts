import { expect, test } from 'vitest';
import { now } from '../../test/validate.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { planCustomer, planOutcome } from './plan.ts';

test('what can be sent is planned as a dry run, advice included', () => {
  expect(planOutcome(planCustomer(readCustomer({ userId: 7 }), { now }))).toEqual({
    outcome: 'dry-run',
    customerExists: 'no',
    issues: [{ code: 'number-as-text', severity: 'advice', path: '/userId', text: '7', written: '7' }],
    request: { userId: '7' },
  });
});

test('what has an error is invalid, and shows what could be read', () => {
  expect(planOutcome(planCustomer(readCustomer({ name: 'Ada', email: 5 }), { now }))).toMatchObject({
    outcome: 'invalid',
    customerExists: 'no',
    issues: [{ code: 'wrong-type', path: '/email' }],
    request: { name: 'Ada' },
  });
});
