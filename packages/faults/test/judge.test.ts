import { beforeAll, expect, test } from 'vitest';
import type { Caller } from '../src/callers/caller.ts';
import { runOne } from '../src/campaign/run-one.ts';
import type { FaultPlay } from '../src/faults/fault.ts';
import { faults } from '../src/faults/fault-list.ts';
import { rawAnswer } from '../src/front/raw-answer.ts';
import { makePlan, type RunPlan } from '../src/plan/run-plan.ts';
import { trustCertificates } from '../src/world/trusted.ts';
import * as liars from './liars.ts';

beforeAll(trustCertificates);

const [none] = faults;

/** A run with a fault of the test's own. */
function planOf(play: Partial<FaultPlay>): RunPlan {
  if (!none) throw new Error('there are faults');
  const plan = makePlan(1, 0);
  const draft = { name: 'Ada', email: 'ada@example.com', userId: 'u-1' };
  return { ...plan, fault: none, draft, play: { detail: 'made up', answerTimeout: 5000, ...play } };
}

async function broken(caller: Caller, play: Partial<FaultPlay>): Promise<string[]> {
  const { wrong } = await runOne(planOf(play), caller);
  return wrong.map(({ rule }) => rule);
}

const lostAfterStoring: Partial<FaultPlay> = {
  create: async (exchange) => {
    await exchange.store();
    exchange.line.reset();
  },
};
const lostBeforeStoring: Partial<FaultPlay> = { create: async (exchange) => exchange.line.reset() };
const redirected: Partial<FaultPlay> = {
  create: (exchange) => exchange.answer(rawAnswer(307, '', { location: `${exchange.elsewhere}/customers` })),
};

test('who claims a customer that was never stored is caught', async () => {
  expect(await broken(liars.sayingYes, lostBeforeStoring)).toContain('a yes has a customer');
});

test('who claims that none was created is caught when one was', async () => {
  expect(await broken(liars.sayingNo, lostAfterStoring)).toContain('a no has none');
});

test('who names somebody else is caught', async () => {
  expect(await broken(liars.namingSomebody, lostAfterStoring)).toContain('a yes names the right customer');
});

test('who sends again by themselves is caught, whether or not a second customer comes of it', async () => {
  expect(await broken(liars.resending, lostBeforeStoring)).toContain('sent once');
});

test('who makes two customers is caught', async () => {
  const plan = planOf(lostAfterStoring);
  const { wrong } = await runOne({ ...plan, draft: { email: 'ada@example.com' } }, liars.resending);
  expect(wrong.map(({ rule }) => rule)).toContain('no duplicates');
});

test('who is never sure is caught where nothing is wrong', async () => {
  expect(await broken(liars.neverSure, { must: 'yes' })).toEqual(['useful']);
});

test('who loses a draft is caught when no customer came of it', async () => {
  expect(await broken(liars.losingDrafts, lostBeforeStoring)).toEqual(['no draft is lost']);
  expect(await broken(liars.losingDrafts, lostAfterStoring)).toEqual([]);
});

test('who loses a draft in doubt is caught, even where a customer came of it', async () => {
  expect(await broken(liars.losingDraftsInDoubt, lostAfterStoring)).toEqual(['no draft is lost']);
});

test('who follows a redirect to another host is caught', async () => {
  expect(await broken(liars.following, redirected)).toContain('the key stays on its host');
});

test('who breaks down is caught', async () => {
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
  ['split across lines and colours', (key) => key.replaceAll(/(.{9})/g, '$1\u001b[0m\n │ \u001b[31m')],
  ['by its beginning', (key) => key.slice(0, 12)],
  ['by its end', (key) => key.slice(-12)],
])('who shows the key %s is caught', async (_how, write) => {
  expect(await broken(liars.showingKey(write), {})).toEqual(['the key is nowhere']);
});

test('who is honest breaks nothing', async () => {
  const honest = makePlan(1, 0);
  expect((await runOne(honest)).wrong).toEqual([]);
});
