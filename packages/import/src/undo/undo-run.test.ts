import { ApiKey, connect, type Fetch } from '@helpcrunch-customer-kit/core';
import { createSandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { each, hash, virtualTime } from '../../test/import.ts';
import { createPacer } from '../run/pacer.ts';
import { markOf } from './customer-mark.ts';
import { type UndoContext, type UndoState, type UndoTarget, undoRun } from './undo-run.ts';

/** Three customers that a run created, and one that it did not. */
function account(through: (next: Fetch) => Fetch = (next) => next, options: SandboxOptions = {}) {
  const time = virtualTime();
  const customers = ['Ada', 'Bob', 'Cid', 'Eve'].map((name) => ({
    name,
    tags: [{ name: 'vip', color: 'red' }],
  }));
  const sandbox = createSandbox({ customers, now: time.now, ...options });
  const key = ApiKey.read('a-key');
  if (!key.ok) throw new Error(key.issue);
  const fetch = through((request) => sandbox.fetch(request));
  const connection = connect({ baseUrl: 'http://sandbox.example/v1', apiKey: key.key, now: time.now, fetch });
  const states = new Map<string, UndoState>();
  const targets: readonly UndoTarget[] = sandbox.customers.slice(0, 3).map((customer) => ({
    id: String(customer.id),
    mark: markOf(JSON.parse(JSON.stringify(customer)), hash),
  }));
  const store: UndoContext['store'] = {
    get: (id) => states.get(id),
    put: async (id, state) => {
      states.set(id, state);
    },
  };
  const undo = (more: Partial<UndoContext> = {}) =>
    undoRun(each(targets), {
      connection,
      store,
      hash,
      pacer: createPacer({ rate: 100, clock: time.now, pause: time.pause }),
      pause: time.pause,
      ...more,
    });
  return { sandbox, states, store, undo, time, names: () => sandbox.customers.map(({ name }) => name) };
}

/** Changes one customer as a person would in HelpCrunch. */
function change({ sandbox }: ReturnType<typeof account>, index: number, values: object): void {
  Object.assign(sandbox.customers[index] ?? {}, values);
}

test('undoRun: deletes the customers of the run and no other, each read first', async () => {
  const one = account();
  expect(await one.undo()).toBeUndefined();
  expect(one.names()).toEqual(['Eve']);
  expect([...one.states.values()]).toEqual(['deleted', 'deleted', 'deleted']);
  expect(one.sandbox.requests.map(({ method }) => method)).toEqual([
    ...['GET', 'DELETE'],
    ...['GET', 'DELETE'],
    ...['GET', 'DELETE'],
  ]);
});

test.each([
  ['a name', { name: 'Ada L.' }, 'changed'],
  ['a phone number', { phone: '+1' }, 'changed'],
  ['custom data', { customData: { plan: 'pro' } }, 'changed'],
  ['a tag', { tags: [] }, 'changed'],
  ['a visit', { lastSeen: '1767225600' }, 'seen'],
] as const)('undoRun: a customer with %s since then stays', async (_name, values, state) => {
  const one = account();
  change(one, 0, values);
  expect(await one.undo()).toBeUndefined();
  expect(one.sandbox.customers.map(({ id }) => id)).toEqual([1, 4]);
  expect(one.states.get('1')).toBe(state);
});

test('undoRun: a tag that got another color for everyone, and another form of the same values, are no change', async () => {
  const one = account((next) => async (request) => {
    const answer = await next(request);
    if (request.method !== 'GET' || answer.status !== 200) return answer;
    const customer = (await answer.json()) as object;
    return Response.json({
      ...customer,
      tags: [{ name: 'vip', color: '#00ff00' }],
      customData: [],
      phone: '',
    });
  });
  await one.undo();
  expect(one.names()).toEqual(['Eve']);
});

test('undoRun: a customer that someone else deleted is gone', async () => {
  const one = account();
  await one.sandbox.fetch(
    new Request('http://sandbox.example/v1/customers/1', {
      method: 'DELETE',
      headers: { authorization: 'Bearer a-key' },
    }),
  );
  await one.undo();
  expect([...one.states]).toEqual([
    ['1', 'gone'],
    ['2', 'deleted'],
    ['3', 'deleted'],
  ]);
});

test('undoRun: an answer that was lost is asked for again, and what is gone then was deleted', async () => {
  let losing = 2;
  const one = account((next) => async (request) => {
    const answer = await next(request);
    if (request.method !== 'DELETE' || losing === 0) return answer;
    losing -= 1;
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });
  });
  expect(await one.undo()).toBeUndefined();
  expect(one.names()).toEqual(['Eve']);
  expect([...one.states.values()]).toEqual(['deleted', 'deleted', 'deleted']);
});

test('undoRun: a process that was killed between its two requests goes on with the same customer', async () => {
  const one = account();
  one.states.set('1', 'deleting');
  change(one, 0, { name: 'Someone' });
  await one.undo();
  expect(one.states.get('1')).toBe('changed');
  expect(one.names()).toEqual(['Someone', 'Eve']);
});

test('undoRun: pauses where its state cannot be written, before anything is deleted', async () => {
  const one = account();
  const put = async () => {
    throw new Error('ENOSPC: no space left on device');
  };
  expect(await one.undo({ store: { ...one.store, put } })).toMatchObject({ kind: 'ledger' });
  expect(one.names()).toHaveLength(4);
});

test.each([
  [401, { errors: [{ code: 'unauthorized', message: 'x' }] }, 'unauthorized'],
  [403, { errors: [{ code: 'forbidden', message: 'x' }] }, 'unauthorized'],
  [403, 'page', 'blocked'],
  [404, 'page', 'blocked'],
  [500, 'page', 'not-reachable'],
  [429, 'page', 'rate-limited'],
] as const)('undoRun: %i with %j stops it as %s, and deletes nothing', async (status, body, kind) => {
  const one = account(() => async () => Response.json(body, { status }));
  expect(await one.undo()).toMatchObject({ kind });
  expect(one.names()).toHaveLength(4);
});

test('undoRun: a customer that HelpCrunch refuses to delete is left, and the others are deleted', async () => {
  const one = account(
    (next) => async (request) =>
      request.method === 'DELETE' && request.url.endsWith('/2')
        ? Response.json({ errors: [{ code: 'locked', message: 'x' }] }, { status: 409 })
        : next(request),
  );
  expect(await one.undo()).toBeUndefined();
  expect(one.states.get('2')).toBe('failed');
  expect(one.names()).toEqual(['Bob', 'Eve']);
});

test('undoRun: never more requests than the rate in any minute', async () => {
  const one = account(undefined, { requestsPerMinute: 1000 });
  await one.undo({ pacer: createPacer({ rate: 2, clock: one.time.now, pause: one.time.pause }) });
  expect(one.sandbox.busiestMinute()).toBeLessThanOrEqual(2);
  expect(one.names()).toEqual(['Eve']);
});
