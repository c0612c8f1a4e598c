import { type Outcome, readCustomer } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import type { Attempt } from '../send/attempt.ts';
import { toPanelView } from './to-panel-view.ts';

const request = { name: 'Ada Lovelace', firstSeen: '1603885746', tags: [{ name: 'vip', color: 'red' }] };
const context = { hasSource: true, hints: [] };

function attempt(outcome: Outcome, more: Partial<Attempt> = {}): Attempt {
  const account = {
    kind: 'sandbox',
    label: 'Sandbox',
    host: undefined,
    identity: 'sandbox',
    baseUrl: 'http://127.0.0.1:4010/v1',
  } as const;
  return { account, customer: readCustomer(request), outcome, at: 0, uri: 'file:///a.json', ...more };
}

const created = {
  outcome: 'created',
  customerExists: 'yes',
  confirmedBy: 'answer',
  issues: [],
  request,
  customer: { id: 7, ...request, firstSeen: 1603885746, customData: { plan: 'pro' } },
  dropped: ['/notes'],
  changed: [{ path: '/tags/0/color', sent: 'red', got: 'blue' }],
} as const satisfies Outcome;

test('a created customer is shown with its id, its dates as people read them and its tags with colours', () => {
  const view = toPanelView(
    attempt(created, { exchange: { status: 201, body: '{}', isCut: false, milliseconds: 12.4 } }),
    context,
  );
  expect(view).toMatchObject({ tone: 'good', title: 'Created', status: '201', rowsTitle: 'Customer' });
  expect(view.rows).toEqual([
    { label: 'Id', texts: ['7'] },
    { label: 'Name', texts: ['Ada Lovelace'] },
    { label: 'First seen', texts: ['2020-10-28 11:49:06 UTC'] },
    { label: 'Tags', texts: ['vip'], colors: ['red'] },
    { label: 'plan', texts: ['pro'] },
  ]);
  expect(view.about).toContainEqual({ label: 'Answer took', texts: ['12 ms'] });
});

test('what was dropped and what was changed is named', () => {
  expect(toPanelView(attempt(created), context).differences).toEqual([
    'notes was sent and is not in the answer.',
    'tags › 1 › color was sent as "red" and came back as "blue".',
  ]);
});

const rejected = {
  outcome: 'rejected',
  customerExists: 'no',
  status: 400,
  request,
  issues: [
    { code: 'refused', severity: 'error', path: '/tags/0/name', said: 'Too long.', apiCode: 'tags[0].name' },
  ],
} as const satisfies Outcome;

test('a refusal names the place in the source', () => {
  const view = toPanelView(attempt(rejected), context);
  expect(view).toMatchObject({ tone: 'bad', title: 'Refused', status: '400' });
  expect(view.problems).toMatchObject([{ place: 'tags › 1 › name', hasSource: true }]);
  expect(view.rowsTitle).toBe('Customer as it was to be sent');
});

const unknown = {
  outcome: 'unknown',
  customerExists: 'unknown',
  reason: 'connection-lost',
  request,
  issues: [],
  sentAt: 0,
} as const satisfies Outcome;

test('only a customer in doubt is offered to be looked for', () => {
  const actions = (outcome: Outcome) =>
    toPanelView(attempt(outcome), context).actions.map(({ action }) => action);
  expect(actions(unknown)[0]).toBe('check');
  expect(actions(rejected)).not.toContain('check');
});

test('a check that saw nothing leaves the outcome unknown and says so', () => {
  const view = toPanelView(attempt(unknown, { check: { kind: 'not-seen', secondsAgo: 5 } }), context);
  expect(view.title).toBe('Unknown');
  expect(view.sentence).toContain('not there 5 seconds after');
});

test('without a document there is no source to show', () => {
  const view = toPanelView(attempt(rejected), { ...context, hasSource: false });
  expect(view.actions.map(({ action }) => action)).not.toContain('show-source');
});

test('a big body is cut in the panel', () => {
  const body = JSON.stringify({ notes: 'x'.repeat(50_000) });
  const view = toPanelView(
    attempt(created, { exchange: { status: 201, body, isCut: false, milliseconds: 1 } }),
    context,
  );
  expect(view.bodies[1]).toMatchObject({ id: 'response', note: expect.stringContaining('beginning') });
  expect(view.bodies[1]?.text).toHaveLength(20_000);
});
