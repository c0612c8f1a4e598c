import { type Outcome, readCustomer } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import type { Attempt } from '../attempts/attempt.ts';
import { toPanelView } from './to-panel-view.ts';

const request = { name: 'Ada Lovelace', firstSeen: '1603885746', tags: [{ name: 'vip', color: 'red' }] };
const alone = { entries: [{ name: '"Ada"' }], shown: 0 };
const context = {
  hasSource: true,
  positionOf: () => 'line 1, column 2',
  hints: [],
  isSimulating: false,
  wait: undefined,
  now: 0,
  run: alone,
};

function attempt(outcome: Outcome, more: Partial<Attempt> = {}): Attempt {
  const account = {
    kind: 'sandbox',
    label: 'Sandbox',
    host: undefined,
    identity: 'sandbox',
    baseUrl: 'http://127.0.0.1:4010/v1',
  } as const;
  return {
    account,
    customer: readCustomer(request),
    outcome,
    at: 0,
    endedAt: 0,
    uri: 'file:///a.json',
    ...more,
  };
}

/** The customer that is shown. */
function entryOf(...parameters: Parameters<typeof toPanelView>) {
  return toPanelView(...parameters).entry;
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

test('toPanelView: shows a created customer with its ID, readable dates and colored tags', () => {
  const exchange = { status: 201, statusText: 'Created', bytes: 1234, body: '{}', isCut: false };
  const { entry: view, run } = toPanelView(
    attempt(created, { exchange: { ...exchange, milliseconds: 12.4 } }),
    context,
  );
  expect(view).toMatchObject({ tone: 'good', title: 'Created', status: '201', customerTitle: 'Customer' });
  expect(run).toBeUndefined();
  expect(view.fields).toEqual([
    { label: 'ID', texts: ['7'] },
    { label: 'Name', texts: ['Ada Lovelace'] },
    { label: 'First seen', texts: ['2020-10-28 11:49:06 UTC'] },
    { label: 'Tags', texts: ['vip'], colors: ['red'] },
  ]);
  expect(view.customData).toEqual([{ label: 'plan', texts: ['pro'] }]);
  expect(view.messages.at(-1)?.facts).toEqual(['HTTP 201 Created', '12 ms', '1.2 kB']);
});

test('toPanelView: names what was dropped and what was changed', () => {
  expect(entryOf(attempt(created), context).differences).toEqual([
    'Notes was sent, but is not in the answer.',
    'Tag 1, color was sent as "red", but came back as "blue".',
  ]);
});

const rejected = {
  outcome: 'rejected',
  customerExists: 'no',
  status: 400,
  request,
  issues: [
    {
      code: 'refused',
      severity: 'error',
      path: '/tags/0/name',
      message: 'Too long.',
      apiCode: 'tags[0].name',
    },
  ],
} as const satisfies Outcome;

test('toPanelView: names the place of a refusal', () => {
  const view = entryOf(attempt(rejected), context);
  expect(view).toMatchObject({ tone: 'bad', title: 'Refused', status: '400' });
  expect(view.problems).toMatchObject([
    { place: 'Tag 1, name', position: 'line 1, column 2', hasSource: true },
  ]);
  expect(view.customerTitle).toBe('Customer, as it was sent');
});

const unknown = {
  outcome: 'unknown',
  customerExists: 'unknown',
  reason: 'connection-lost',
  request,
  issues: [],
  attempt: { request, sentAt: 0, before: undefined },
} as const satisfies Outcome;

test('toPanelView: offers a check only for an unknown outcome', () => {
  const actions = (outcome: Outcome) =>
    entryOf(attempt(outcome), context).actions.map(({ action }) => action);
  expect(actions(unknown)[0]).toBe('check');
  expect(actions(rejected)).not.toContain('check');
});

test('toPanelView: reports that a check found nothing and the outcome is still unknown', () => {
  const view = entryOf(attempt({ ...unknown, lookup: { kind: 'not-seen', secondsAgo: 5 } }), context);
  expect(view.title).toBe('Unknown');
  expect(view.sentence).toContain('not found 5 seconds after');
});

test('toPanelView: does not offer the source without a document', () => {
  const view = entryOf(attempt(rejected), { ...context, hasSource: false });
  expect(view.actions.map(({ action }) => action)).not.toContain('show-source');
});

const limited = {
  outcome: 'rate-limited',
  customerExists: 'no',
  request,
  issues: [],
  step: 'create',
  retryAfter: 40,
} as const satisfies Outcome;

test('toPanelView: offers to wait out a rate limit, and to stop waiting', () => {
  const view = entryOf(attempt(limited), context);
  expect(view.wait).toEqual({ until: 40_000, isWaiting: false });
  expect(view.next).toEqual([]);
  expect(view.actions.map(({ action }) => action)).toEqual(['send-after-wait', 'show-source']);
  const waiting = entryOf(attempt(limited), { ...context, wait: { until: 40_000 } });
  expect(waiting.actions[0]?.action).toBe('stop-waiting');
});

test('toPanelView: shows a wait for a minute after it is over, and not longer', () => {
  const over = entryOf(attempt(limited), { ...context, now: 99_999 });
  expect([over.wait, over.actions[0]?.action]).toEqual([
    { until: 40_000, isWaiting: false },
    'send-after-wait',
  ]);
  const view = entryOf(attempt(limited), { ...context, now: 100_000 });
  expect(view.wait).toBeUndefined();
  expect(view.actions.map(({ action }) => action)).toContain('send-again');
});

test('toPanelView: waits a minute without Retry-After', () => {
  expect(entryOf(attempt({ ...limited, retryAfter: undefined }), context).wait?.until).toBe(60_000);
});

test('toPanelView: names each customer of a run with its outcome', () => {
  const entries = [
    { name: 'Ada', attempt: attempt(created) },
    { name: 'Bob', attempt: attempt(unknown) },
    { name: 'Eve' },
  ];
  const { run, entry } = toPanelView(attempt(unknown), { ...context, run: { entries, shown: 1 } });
  expect(run?.entries.map(({ name, title, isShown, isTried }) => [name, title, isShown, isTried])).toEqual([
    ['Ada', 'Created', false, true],
    ['Bob', 'Unknown', true, true],
    ['Eve', 'Not sent', false, false],
  ]);
  expect(run).toMatchObject({ title: '1 of 3 created', tone: 'unsure' });
  expect(run?.sentence).toBe('1 of 3 customers were created. Unknown: Bob. Not sent: Eve.');
  expect(entry).toMatchObject({ name: 'Bob', title: 'Unknown', status: undefined });
  expect(entry.sentence).toMatch(/^The customer may have been created/);
});

test('toPanelView: shows no request when nothing was sent', () => {
  const bodies = (outcome: Outcome) => entryOf(attempt(outcome), context).messages.map(({ id }) => id);
  expect(bodies(unknown)).toEqual(['request']);
  expect(bodies(limited)).toEqual(['request']);
  expect(bodies({ ...limited, step: 'duplicate-check' })).toEqual([]);
  expect(bodies({ outcome: 'invalid', customerExists: 'no', issues: [], request })).toEqual([]);
});

test('toPanelView: cuts a big body', () => {
  const body = JSON.stringify({ notes: 'x'.repeat(50_000) });
  const view = entryOf(
    attempt(created, { exchange: { status: 201, body, isCut: false, milliseconds: 1 } }),
    context,
  );
  expect(view.messages[1]).toMatchObject({ id: 'response', note: expect.stringContaining('beginning') });
  expect(view.messages[1]?.body).toHaveLength(20_000);
});

test.each<[string, Outcome, string | undefined]>([
  [
    'a refused key in the duplicate check',
    {
      outcome: 'unauthorized',
      customerExists: 'no',
      reason: 'key-refused',
      status: 401,
      step: 'duplicate-check',
      issues: [],
    },
    'Duplicate check: 401',
  ],
  ['a rate limit in the duplicate check', { ...limited, step: 'duplicate-check' }, 'Duplicate check: 429'],
  [
    'a firewall in proxy of the duplicate check',
    { outcome: 'blocked', customerExists: 'no', status: 403, step: 'duplicate-check', request, issues: [] },
    'Duplicate check: 403',
  ],
  [
    'a firewall in proxy of the create',
    { outcome: 'blocked', customerExists: 'no', status: 403, step: 'create', request, issues: [] },
    '403',
  ],
  ['a customer found by a lookup', { ...created, confirmedBy: 'lookup' }, 'Found by lookup'],
  ['a lost connection', unknown, undefined],
])('toPanelView: the badge is the status of the exchange that decided: %s', (_what, outcome, badge) => {
  expect(entryOf(attempt(outcome), context).status).toBe(badge);
});

test('toPanelView: does not blame the key when a firewall blocked the request', () => {
  const outcome = {
    outcome: 'blocked',
    customerExists: 'no',
    status: 403,
    step: 'create',
    request,
    issues: [],
  } as const;
  const view = entryOf(attempt(outcome), context);
  expect(view).toMatchObject({ title: 'Blocked', tone: 'bad' });
  expect(view.sentence).toContain('blocked the request (403)');
  expect(JSON.stringify(view)).not.toContain('API key');
});

test('toPanelView: names an earlier attempt that is still unknown, and offers a check', () => {
  const entries = [{ name: 'Ada', attempt: attempt(rejected), unresolved: attempt(unknown) }];
  const view = entryOf(attempt(rejected), { ...context, run: { entries, shown: 0 } });
  expect(view.title).toBe('Refused');
  expect(view.next.at(-1)).toMatch(
    /^Earlier attempt \(1970-01-01 00:00:00 UTC\): The customer may have been created/,
  );
  expect(view.actions[0]?.action).toBe('check');
});

test('toPanelView: the headline of a run is true for all of it, and not for the customer that is shown', () => {
  const notSent = {
    outcome: 'not-sent',
    customerExists: 'no',
    reason: 'connection-refused',
    request,
    issues: [],
  };
  const last = attempt(notSent as Outcome);
  const entries = [...'abc'].map((name) => ({ name, attempt: attempt(created) }));
  const { run, entry } = toPanelView(last, {
    ...context,
    run: { entries: [...entries, { name: 'd', attempt: last }], shown: 3 },
  });
  expect([run?.title, run?.tone, entry.title]).toEqual(['3 of 4 created', 'bad', 'Not sent']);
});

test('toPanelView: a customer found after a 502 has no badge that says otherwise', () => {
  const exchange = { status: 502, body: '<h1>', isCut: false, milliseconds: 1 };
  const view = entryOf(attempt({ ...created, confirmedBy: 'lookup' }, { exchange }), context);
  expect([view.title, view.status]).toEqual(['Created', 'Found by lookup']);
});

test('toPanelView: the primary buttons after a create are what comes next', () => {
  const labels = (more: Partial<Attempt>) =>
    entryOf(attempt(created, more), context)
      .actions.filter(({ isPrimary }) => isPrimary)
      .map(({ label }) => label);
  expect(labels({})).toEqual(['Copy ID', 'Create Another']);
  const account = { ...attempt(created).account, kind: 'live' } as const;
  expect(labels({ account })).toEqual(['Copy ID', 'Open in HelpCrunch', 'Create Another']);
});

test('toPanelView: a refused key can be updated, and a key without permission cannot', () => {
  const account = { ...attempt(created).account, kind: 'live' } as const;
  const refused = { outcome: 'unauthorized', customerExists: 'no', issues: [], status: 401 } as const;
  const first = (reason: 'key-refused' | 'forbidden') =>
    entryOf(attempt({ ...refused, reason }, { account }), context).actions[0]?.action;
  expect([first('key-refused'), first('forbidden')]).toEqual(['update-key', 'show-source']);
});

test('toPanelView: advice is a note, and keeps its number among all issues', () => {
  const refused = rejected.issues[0];
  const advice = { code: 'no-identity', severity: 'advice', path: '' };
  const issues = [advice, refused] as Outcome['issues'];
  const view = entryOf(attempt({ ...rejected, issues } as Outcome), context);
  expect(view.notes.map(({ index }) => index)).toEqual([0]);
  expect(view.problems.map(({ index }) => index)).toEqual([1]);
});

test('toPanelView: while the sandbox simulates a failure, its panel has a way back', () => {
  const simulating = { ...context, isSimulating: true };
  const offered = (more: Partial<Attempt>) =>
    entryOf(attempt(rejected, more), simulating).actions.some(({ action }) => action === 'back-to-normal');
  const account = { ...attempt(rejected).account, kind: 'live' } as const;
  expect([offered({}), offered({ account })]).toEqual([true, false]);
  expect(entryOf(attempt(rejected), context).actions.map(({ action }) => action)).not.toContain(
    'back-to-normal',
  );
});
