import { type Outcome, readCustomer } from '@helpcrunch-customer-kit/core';
import type { HistoryEntry as LedgerRecord } from '@helpcrunch-customer-kit/local/ledger';
import { expect, test } from 'vitest';
import type { Attempt } from '../attempts/attempt.ts';
import { merged, nameOf, ofAttempt, ofRecord, stateOf } from './history-entry.ts';
import { HistoryItem } from './history-view.ts';

const request = { name: 'Ada' };
const created = {
  outcome: 'created',
  customerExists: 'yes',
  confirmedBy: 'answer',
  issues: [],
  request,
  customer: { id: 7 },
  dropped: [],
  changed: [],
} as const satisfies Outcome;

function attempt(outcome: Outcome, at = 0): Attempt {
  const account = {
    kind: 'live',
    label: 'Production',
    host: 'example.com',
    identity: 'a',
    baseUrl: '',
  } as const;
  return { account, customer: readCustomer(request), outcome, at, endedAt: at };
}

function record(more: Partial<LedgerRecord>): LedgerRecord {
  return {
    id: 'l1',
    account: 'vscode/1',
    host: 'example.com',
    state: 'created',
    isUnresolved: false,
    at: 5,
    hasIdempotencyKey: false,
    ...more,
  };
}

const label = () => 'Production';
const sent = { request, sentAt: 3, before: undefined };

test('ofAttempt and ofRecord: name the customer, the account, the ID and the outcome', () => {
  const own = ofAttempt('"Ada"', attempt({ ...created, ledgerId: 'l1' }, 4));
  expect(own).toMatchObject({ id: 'l1', at: 4, account: 'Production', name: '"Ada"', customerId: '7' });
  const other = ofRecord(record({ customerId: '8' }), undefined, label);
  expect([nameOf(other), stateOf(other).title]).toEqual(['ID 8', 'Created']);
  expect(nameOf(ofRecord(record({}), { name: '"Bob"', account: 'Main' }, label))).toBe('"Bob"');
  const open = ofRecord(record({ state: 'unknown', isUnresolved: true, attempt: sent }), undefined, label);
  expect([nameOf(open), open.at, stateOf(open).title]).toEqual(['"Ada"', 3, 'Unknown']);
});

test('merged: has each create once, those with an unknown outcome first, then the newest', () => {
  const window = [ofAttempt('"Ada"', attempt({ ...created, ledgerId: 'l1' }, 4))];
  const ledger = [
    ofRecord(record({ at: 9 }), undefined, label),
    ofRecord(record({ id: 'l2', at: 8 }), undefined, label),
    ofRecord(record({ id: 'l3', at: 1, state: 'unknown', isUnresolved: true }), undefined, label),
  ];
  expect(merged(window, ledger).map(({ id, name }) => [id, name])).toEqual([
    ['l3', undefined],
    ['l2', undefined],
    ['l1', '"Ada"'],
  ]);
});

test('merged: the ledger knows better once another window resolved an unknown create', () => {
  const unknown = {
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'connection-lost',
    request,
  } as const;
  const open = attempt({ ...unknown, issues: [], attempt: sent, ledgerId: 'l1' });
  const [create] = merged([ofAttempt('"Ada"', open)], [ofRecord(record({}), undefined, label)]);
  expect(create).toMatchObject({ state: 'created', isUnresolved: false });
});

test('HistoryItem: offers what is possible, and says everything in its label for a screen reader', () => {
  const unresolved = record({ state: 'unknown', isUnresolved: true, attempt: sent });
  const contexts = [
    ofAttempt('"Ada"', attempt(created)),
    ofRecord(record({ customerId: '8' }), undefined, label),
    ofRecord(unresolved, undefined, label),
  ].map((create) => new HistoryItem(create, 0).contextValue);
  expect(contexts).toEqual(['id sendable', 'id', 'unknown sendable']);
  const { accessibilityInformation } = new HistoryItem(ofAttempt('"Ada"', attempt(created)), 0);
  expect(accessibilityInformation?.label).toMatch(/^"Ada", Created, Production, ID 7, /);
});

test('HistoryItem: has the outcome where the ID is the name', () => {
  const unnamed = new HistoryItem(ofRecord(record({ customerId: '8' }), undefined, label), 0);
  expect([unnamed.label, unnamed.description]).toEqual(['ID 8', expect.stringMatching(/^Created · /)]);
  expect(String(unnamed.tooltip).match(/ID 8/g)).toHaveLength(1);
  const named = new HistoryItem(ofAttempt('"Ada"', attempt(created)), 0);
  expect([named.label, named.description]).toEqual(['"Ada"', expect.stringMatching(/^ID 7 · /)]);
});
