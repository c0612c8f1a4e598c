import { beforeAll, expect, test } from 'vitest';
import { trustCertificates } from '../src/backend/trusted.ts';
import { runOne } from '../src/campaign.ts';
import type { Driver } from '../src/drivers/driver.ts';
import type { FaultRun } from '../src/faults/fault.ts';
import { faults } from '../src/faults/fault-list.ts';
import { makePlan, type RunPlan } from '../src/plan.ts';
import { rawAnswer } from '../src/proxy/http.ts';
import * as liars from './liars.ts';

beforeAll(trustCertificates);

const [none] = faults;
const ada = { name: 'Ada', email: 'ada@example.com', userId: 'u-1' };

/** A run with a fault of the test's own. */
function planOf(run: Partial<FaultRun>, draft: RunPlan['draft'] = ada): RunPlan {
  if (!none) throw new Error('there are faults');
  const plan = makePlan(1, 0);
  // A person at hand, without an idempotency key.
  const random = { ...plan.random, pick: <Item>(items: readonly [Item, ...Item[]]) => items[0] };
  return { ...plan, fault: none, draft, random, run: { detail: 'of a test', answerTimeout: 5000, ...run } };
}

async function broken(driver: Driver, run: Partial<FaultRun>, draft?: RunPlan['draft']): Promise<string[]> {
  const { wrong } = await runOne(planOf(run, draft), driver);
  return wrong.map(({ rule }) => rule);
}

const hidden = { lag: { ours: Number.POSITIVE_INFINITY, strangers: 0 } };
const lostAfterStoring: Partial<FaultRun> = {
  onCreate: async (exchange) => {
    await exchange.store();
    exchange.connection.reset();
  },
};
const lostBeforeStoring: Partial<FaultRun> = { onCreate: async (exchange) => exchange.connection.reset() };
const redirected: Partial<FaultRun> = {
  onCreate: (exchange) =>
    exchange.answer(rawAnswer(307, '', { location: `${exchange.otherHost}/customers` })),
};
const refusedAfterStoring: Partial<FaultRun> = {
  onCreate: async (exchange) => {
    await exchange.store();
    await exchange.answer(rawAnswer(400, '{"errors": [{"code": "customer"}]}'));
  },
};

test('validateRun: catches a yes without a customer', async () => {
  expect(await broken(liars.sayingYes, lostBeforeStoring)).toContain('a yes has a customer');
});

test('validateRun: catches a no with a customer', async () => {
  expect(await broken(liars.sayingNo, lostAfterStoring)).toContain('a no has none');
});

test('validateRun: catches a no after a refusal, where a search shows the customer', async () => {
  expect(await broken(liars.sayingNo, refusedAfterStoring)).toContain('a no has none');
});

test('validateRun: counts a no apart where the search shows nothing after a refusal', async () => {
  const { wrong, excused } = await runOne(planOf({ ...refusedAfterStoring, ...hidden }), liars.sayingNo);
  expect([wrong, excused.map(({ limit }) => limit)]).toEqual([[], ['hidden by lag']]);
});

test('validateRun: does not excuse a no after a lost answer, whatever the search shows', async () => {
  expect(await broken(liars.sayingNo, { ...lostAfterStoring, ...hidden })).toContain('a no has none');
});

test.each([
  [401, 'stored, then refused'],
  [404, 'stored, then refused'],
  [429, 'stored, then 429'],
])('validateRun: counts a no apart where a create is stored and answered with %i', async (status, limit) => {
  const run: Partial<FaultRun> = {
    onCreate: async (exchange) => {
      await exchange.store();
      await exchange.answer(rawAnswer(status, '{"errors": [{"code": "invalid_request"}]}'));
    },
  };
  const { wrong, excused } = await runOne(planOf(run), liars.sayingNo);
  expect([wrong, excused.map((one) => one.limit)]).toEqual([[], [limit]]);
});

test('validateRun: catches a claim for a stranger who was there before the duplicate check', async () => {
  let isThere = false;
  const run: Partial<FaultRun> = {
    ...lostBeforeStoring,
    onSearch: async (exchange) => {
      if (!isThere) await exchange.stranger({ name: 'Ada', email: 'ada@example.com' }, 'twin');
      isThere = true;
      await exchange.answer(await exchange.store());
    },
  };
  expect(await broken(liars.namingSomebody, run, { name: 'Ada', email: 'ada@example.com' })).toContain(
    'a yes has a customer',
  );
});

test('validateRun: counts a claim apart for an equal stranger who came after the duplicate check', async () => {
  const run: Partial<FaultRun> = {
    onCreate: async (exchange) => {
      await exchange.stranger(ada, 'twin');
      exchange.connection.reset();
    },
  };
  const { wrong, excused } = await runOne(planOf(run), liars.namingSomebody);
  expect(wrong).toEqual([]);
  expect(excused.map(({ limit }) => limit)).toContain('equal stranger');
});

test('validateRun: catches the wrong id', async () => {
  expect(await broken(liars.namingSomebody, lostAfterStoring)).toContain('a yes names the right customer');
});

test('validateRun: catches a create without consent', async () => {
  expect(await broken(liars.askingNobody, {})).toContain('sent once');
});

test('validateRun: catches a resend, whether or not a second customer comes of it', async () => {
  expect(await broken(liars.resending, lostBeforeStoring)).toContain('sent once');
});

test('validateRun: catches a resend although a duplicate check shows the customer', async () => {
  const run: Partial<FaultRun> = {
    maxCreates: 1,
    onCreate: async (exchange) => {
      await exchange.store();
      await exchange.answer(rawAnswer(429));
    },
  };
  expect(await broken(core429, run)).toContain('sent once');
});

/** Ignores what the check shows, and goes on after 429. */
const core429: Driver = async (context) => {
  const report = await liars.neverSure(context);
  const init = { method: 'POST', headers: { authorization: `Bearer ${context.key}` }, body: '{}' };
  await fetch(`${context.backend.baseUrl}/customers`, init);
  return report;
};

test('validateRun: catches a second customer', async () => {
  expect(await broken(liars.resending, lostAfterStoring, { email: 'ada@example.com' })).toContain(
    'no duplicates',
  );
});

test('validateRun: catches a second create whose question does not name the first', async () => {
  const run: Partial<FaultRun> = {
    ...lostAfterStoring,
    ...hidden,
    repeat: { content: 'same', answer: 'send' },
  };
  expect(await broken(liars.askingWithoutReason, run)).toContain('asked before a second one');
});

test.each([[[0]], [[999]], [[1000, 1000, 1000, 1000, 1000, 1000]]])(
  'validateRun: catches resends after 429 with waits of %j ms',
  async (pauses) => {
    expect(await broken(liars.waiting(...pauses), {})).toEqual(['waits after 429']);
  },
);

test('validateRun: catches a driver that is never sure where nothing is wrong', async () => {
  expect(await broken(liars.neverSure, { expectedClaim: 'yes' })).toEqual(['useful']);
});

test('validateRun: catches a firewall that is taken for a refused key', async () => {
  const run: Partial<FaultRun> = {
    expectedOutcome: 'blocked',
    onCreate: (exchange) => exchange.answer(rawAnswer(403, '<h1>No</h1>')),
  };
  expect(await broken(liars.blamingTheKey, run)).toEqual(['useful']);
});

test('validateRun: catches differences in an unreadable answer', async () => {
  expect(await broken(liars.inventingDifferences, { isUnreadable: true })).toEqual(['useful']);
});

test('validateRun: catches a lost draft when no customer came of it', async () => {
  expect(await broken(liars.losingDrafts, lostBeforeStoring)).toEqual(['no draft is lost']);
  expect(await broken(liars.losingDrafts, lostAfterStoring)).toEqual([]);
});

test('validateRun: catches a lost draft in doubt, even where a customer came of it', async () => {
  expect(await broken(liars.losingDraftsInDoubt, lostAfterStoring)).toEqual(['no draft is lost']);
});

test('validateRun: catches a redirect to another host that was followed', async () => {
  expect(await broken(liars.following, redirected)).toContain('the key stays on its host');
});

test('validateRun: catches a driver that throws', async () => {
  expect(await broken(liars.hanging, {})).toEqual(['it comes to an end']);
});

test.each<[string, (key: string) => string]>([
  ['as it is', (key) => key],
  ['in a header', (key) => `Authorization: Bearer ${key}`],
  ['in a URL', encodeURIComponent],
  ['in JSON', (key) => JSON.stringify({ key })],
  ['in base64', (key) => Buffer.from(key).toString('base64')],
  ['in base64 with its scheme', (key) => Buffer.from(`Bearer ${key}`).toString('base64')],
  ['in hex', (key) => Buffer.from(key).toString('hex')],
  ['split across lines', (key) => key.replaceAll(/(.{7})/g, '$1\r\n')],
  ['split across lines and colors', (key) => key.replaceAll(/(.{9})/g, '$1\u001b[0m\n │ \u001b[31m')],
  ['by its beginning', (key) => key.slice(0, 12)],
  ['by its end', (key) => key.slice(-12)],
])('validateRun: catches a key that is shown %s', async (_how, write) => {
  expect(await broken(liars.showingKey(write), {})).toEqual(['the key is nowhere']);
});

test('validateRun: finds nothing wrong with an honest driver', async () => {
  expect((await runOne(makePlan(1, 0))).wrong).toEqual([]);
});
