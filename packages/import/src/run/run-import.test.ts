import type { Sandbox } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { machine } from '../../test/import.ts';
import { secondsToSend } from '../check/plan-import.ts';
import { createPacer, defaultRate } from './pacer.ts';

/** A table of `count` customers with a user ID and an email. */
function table(count: number, from = 1): string {
  const rows = Array.from({ length: count }, (_, index) => index + from);
  return `name,email,user id\n${rows.map((n) => `Ada ${n},ada${n}@example.com,u-${n}`).join('\n')}\n`;
}

function isCreate({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method === 'POST' && path.endsWith('/customers');
}

function creates({ sandbox }: { readonly sandbox: Sandbox }): number {
  return sandbox.requests.filter(isCreate).length;
}

/** Most requests in any 60 seconds. */
function mostInAMinute(starts: readonly number[]): number {
  return Math.max(...starts.map((start) => starts.filter((at) => at >= start && at < start + 60_000).length));
}

test('runImport: creates every row once, with 1.05 requests a row and at most the rate in any minute', async () => {
  const one = machine();
  const { stopped, states } = await one.import(table(200), { inFlight: 1 });
  expect(stopped).toBeUndefined();
  expect(new Set(Object.values(states))).toEqual(new Set(['created']));
  expect(one.sandbox.customers).toHaveLength(200);
  expect(one.starts).toHaveLength(210);
  expect(mostInAMinute(one.starts)).toBeLessThanOrEqual(100);
});

test('runImport: a second run of the same rows sends nothing; edited and new rows are sent', async () => {
  const one = machine();
  await one.import(table(5));
  const before = one.starts.length;
  await one.import(table(5));
  expect(one.starts).toHaveLength(before);
  const { states } = await one.import(
    `${table(5).replace('Ada 2,', 'Ida,').replace('u-2', 'u-22')}Bob,bob@example.com,\n`,
  );
  expect(creates(one)).toBe(6);
  // The edited row has the email of the customer that its earlier version created.
  expect(states[3]).toBe('skipped');
});

test('runImport: customers that exist are skipped, by user ID or email, or created where that was asked for', async () => {
  const customers = [
    { name: 'Old', email: 'ada1@example.com' },
    { name: 'Older', userId: 'u-2' },
  ];
  const one = machine({ options: { customers } });
  expect((await one.import(table(3))).states).toEqual({ 2: 'skipped', 3: 'skipped', 4: 'created' });
  expect(creates(one)).toBe(1);
  expect((await one.import(table(3), { existing: 'create' })).states).toEqual({
    2: 'created',
    3: 'skipped',
    4: 'created',
  });
});

test('runImport: an unknown row with a user ID is looked up and sent once more at the end', async () => {
  let lost = 0;
  const one = machine({
    through: (next) => async (request) => {
      if (!request.url.endsWith('/customers') || lost > 0) return next(request);
      lost += 1;
      // The request never arrives, and no answer comes.
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      });
    },
  });
  const { states, stopped } = await one.import(table(2), { inFlight: 1 });
  expect(stopped).toBeUndefined();
  expect(states).toEqual({ 2: 'created', 3: 'created' });
  expect(one.sandbox.customers).toHaveLength(2);
});

test('runImport: a lost answer is found out, and nothing is sent twice', async () => {
  let lost = 0;
  const one = machine({
    through: (next) => async (request) => {
      const answer = await next(request);
      if (!request.url.endsWith('/customers') || lost++ > 0) return answer;
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      });
    },
  });
  const { states } = await one.import('name,email\nAda,ada@example.com\n');
  expect(states).toEqual({ 2: 'created' });
  expect(creates(one)).toBe(1);
});

test('runImport: an unknown row without user ID stays unknown', async () => {
  const one = machine({
    through: (next) => async (request) => {
      if (!request.url.endsWith('/customers')) return next(request);
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      });
    },
  });
  const { states } = await one.import('name,email\nAda,ada@example.com\n');
  expect(states).toEqual({ 2: 'unknown' });
  // Again: it is looked up, and not sent.
  const before = one.starts.length;
  expect((await one.import('name,email\nAda,ada@example.com\n')).states).toEqual({ 2: 'unknown' });
  expect(one.starts.slice(before)).not.toHaveLength(0);
});

test('runImport: an edited row whose earlier version is unknown stops the run', async () => {
  const one = machine({
    through: (next) => async (request) => {
      if (!request.url.endsWith('/customers')) return next(request);
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      });
    },
  });
  await one.import('name,email\nAda,ada@example.com\n');
  const { stopped } = await one.import('name,email\nAda L,ada@example.com\n');
  expect(stopped).toMatchObject({ kind: 'edited-unknown', line: 2 });
});

test('runImport: a refused key stops the run', async () => {
  const one = machine({ options: { scenario: 'bad-key' } });
  const { stopped, states } = await one.import(table(30));
  expect(stopped).toMatchObject({ kind: 'unauthorized' });
  expect(Object.values(states).filter((state) => state === 'created')).toEqual([]);
});

test('runImport: a refused row fails with its column, and is not sent again until it changes', async () => {
  const one = machine({ options: { scenario: 'field-rejected' } });
  const { states } = await one.import(table(1));
  expect(states).toEqual({ 2: 'failed' });
  const before = one.starts.length;
  await one.import(table(1));
  expect(one.starts).toHaveLength(before);
});

test('runImport: stopped, it finishes what is on its way, and a later run goes on', async () => {
  const stop = new AbortController();
  const one = machine();
  const first = await one.import(table(50), {
    stop: stop.signal,
    onEvent: (event) => {
      if (event.kind === 'row') stop.abort();
    },
  });
  expect(first.stopped).toEqual({ kind: 'cancelled' });
  const created = one.sandbox.customers.length;
  expect(created).toBeGreaterThan(0);
  expect(created).toBeLessThan(50);
  expect((await one.import(table(50))).stopped).toBeUndefined();
  expect(one.sandbox.customers).toHaveLength(50);
  expect(creates(one)).toBe(50);
});

test('runImport: without network it waits, tries again, and then stops without a single customer', async () => {
  const one = machine({
    through: () => async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
      });
    },
  });
  const waits: number[] = [];
  const { stopped } = await one.import(table(1), {
    onEvent: (event) => {
      if (event.kind === 'waiting') waits.push(event.milliseconds);
    },
  });
  expect(stopped).toMatchObject({ kind: 'not-reachable' });
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
});

test('runImport: to stop during a rate limit ends the wait of every row, and none is unknown', async () => {
  const one = machine({
    through: (next) => async (request) => {
      const isSend = isCreate({ method: request.method, path: new URL(request.url).pathname });
      return isSend ? new Response('{}', { status: 429, headers: { 'retry-after': '600' } }) : next(request);
    },
  });
  const stop = new AbortController();
  const { now } = one.time;
  const pause = async (milliseconds: number, signal?: AbortSignal) => {
    if (!signal?.aborted) await one.time.pause(milliseconds);
  };
  const began = now();
  const { stopped, states } = await one.import(table(5), {
    stop: stop.signal,
    pause,
    pacer: createPacer({ rate: defaultRate, clock: now, pause }),
    onEvent: ({ kind }) => {
      if (kind === 'waiting') stop.abort();
    },
  });
  expect(stopped).toEqual({ kind: 'cancelled' });
  expect(now() - began).toBeLessThan(60_000);
  expect(Object.values(states)).not.toContain('unknown');
});

test('runImport: a row waits for another with its email that is being sent, and says so', async () => {
  const waited = Promise.withResolvers<void>();
  const one = machine({
    through: (next) => async (request) => {
      if (isCreate({ method: request.method, path: new URL(request.url).pathname })) await waited.promise;
      return next(request);
    },
  });
  const reasons = new Set<string>();
  const { states } = await one.import('name,email\nAda,a@example.com\nIda,a@example.com\n', {
    onEvent(event) {
      if (event.kind !== 'waiting') return;
      reasons.add(event.reason);
      waited.resolve();
    },
  });
  expect(reasons).toEqual(new Set(['in-flight']));
  expect(states).toEqual({ 2: 'created', 3: 'skipped' });
});

test('runImport: a low rate still looks for the duplicates of 20 rows in one search', async () => {
  const one = machine();
  const { now, pause } = one.time;
  await one.import(table(40), { inFlight: 1, pacer: createPacer({ rate: 3, clock: now, pause }) });
  expect(creates(one)).toBe(40);
  expect(one.starts).toHaveLength(42);
  expect(mostInAMinute(one.starts)).toBeLessThanOrEqual(3);
});

test('runImport: after a rate limit, the rows that are left are checked in one search, not one by one', async () => {
  let count = 0;
  const one = machine({
    through: (next) => async (request) => {
      count += 1;
      return count === 5
        ? new Response('{}', { status: 429, headers: { 'retry-after': '120' } })
        : next(request);
    },
  });
  await one.import(table(20), { inFlight: 1 });
  expect(one.sandbox.customers).toHaveLength(20);
  // The refused row and its repeat with two searches of its own, and one more search for the others.
  expect(one.starts).toHaveLength(20 + 1 + 1 + 2 + 1);
});

test('secondsToSend: is within 5 % of a run without faults, for the whole of it and after a tenth', async () => {
  const one = machine();
  const { now } = one.time;
  const start = now();
  let tenth = 0;
  let done = 0;
  const onEvent = () => {
    done += 1;
    if (done === 20) tenth = now();
  };
  await one.import(table(200), { onEvent });
  const took = (from: number) => (now() - from) / 1000;
  expect(secondsToSend(200, defaultRate) / took(start)).toBeCloseTo(1, 1);
  const ratio = secondsToSend(180, defaultRate) / took(tenth);
  expect(ratio).toBeGreaterThan(0.95);
  expect(ratio).toBeLessThan(1.05);
});
