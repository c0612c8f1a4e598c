import { readCustomer } from '@helpcrunch-customer-kit/core';
import type { ScenarioName } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import type { Account } from '../accounts/account.ts';
import type { RunEntry } from '../attempts/attempt.ts';
import { type NamedCustomer, type RunAnswer, type SeveralDesk, sendSeveral } from './send-several.ts';
import { sendWorld } from './test/send-world.ts';

const named = (name: string, more: object = {}) => ({ name, customer: readCustomer({ name, ...more }) });
const three = [named('Ada'), named('Bob'), named('Eve')];

function severalWorld(kind: Account['kind'], scenario?: ScenarioName) {
  const base = sendWorld(kind, scenario);
  const answers: { inRun: RunAnswer } = { inRun: 'yes' };
  const kept: (readonly RunEntry[])[] = [];
  const reported: string[] = [];
  let entries: readonly RunEntry[] = [];
  const desk: SeveralDesk = {
    ...base.desk,
    async askInRun(words) {
      base.asked.push(words);
      return answers.inRun;
    },
    async progressed(index, attempt) {
      entries = entries.with(index, { name: String(index), attempt });
      kept.push(entries);
    },
    withProgress: (_title, task) => task(base.controller.signal, (words) => reported.push(words)),
  };
  /** The entries as they were after the last customer that was tried; `undefined` when none was. */
  async function run(customers: readonly NamedCustomer[], account = base.account) {
    entries = customers.map(({ name }) => ({ name }));
    const before = kept.length;
    await sendSeveral(customers, account, desk);
    return kept.length > before ? kept.at(-1) : undefined;
  }
  return { ...base, run, answers: Object.assign(base.answers, answers), inRun: answers, kept, reported };
}

function outcomes(entries: readonly RunEntry[] | undefined) {
  return entries?.map(({ attempt }) => attempt?.outcome.outcome);
}

test('several customers are created one after the other, each counted', async () => {
  const { run, sandbox, reported, kept, asked } = severalWorld('sandbox');
  expect(outcomes(await run(three))).toEqual(['created', 'created', 'created']);
  expect(sandbox.customers.map(({ name }) => name)).toEqual(['Ada', 'Bob', 'Eve']);
  expect(reported).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  expect(kept.map((entries) => outcomes(entries)?.filter((name) => name === 'created').length)).toEqual([
    1, 2, 3,
  ]);
  expect(asked).toEqual([]);
});

test('a live account asks once, with every body, and a no sends nothing', async () => {
  const { run, asked, answers, sandbox } = severalWorld('live');
  answers.confirm = false;
  expect(await run(three)).toBeUndefined();
  expect(sandbox.requests).toEqual([]);
  answers.confirm = true;
  expect(outcomes(await run(three))).toEqual(['created', 'created', 'created']);
  expect(asked).toHaveLength(2);
  for (const name of ['Ada', 'Bob', 'Eve']) expect(asked[1]).toContain(`"name": "${name}"`);
});

test('a customer with errors is not sent, and said so before the others are', async () => {
  const { run, asked, creates } = severalWorld('live');
  const entries = await run([named('Ada', { locale: 'xx' }), named('Bob')]);
  expect(outcomes(entries)).toEqual(['invalid', 'created']);
  expect(asked[0]).toContain('1 more cannot be sent');
  expect(asked[0]).not.toContain('Ada');
  expect(creates()).toBe(1);
});

test.each([
  ['created-then-lost', 'unknown'],
  ['bad-key', 'unauthorized'],
  ['rate-limited-retry-after', 'rate-limited'],
] as const)('a run ends with %s, since the rest would fare no better', async (scenario, outcome) => {
  const { run } = severalWorld('sandbox', scenario);
  expect(outcomes(await run(three))).toEqual([outcome, undefined, undefined]);
});

test('a refusal is of one customer, and the others go on', async () => {
  const { run, creates } = severalWorld('sandbox', 'field-rejected');
  expect(outcomes(await run(three))).toEqual(['rejected', 'rejected', 'rejected']);
  expect(creates()).toBe(3);
});

test('a cancel lets the customer on its way arrive and stops before the next', async () => {
  const { account, run, controller, sandbox } = severalWorld('sandbox');
  const { connection } = account;
  const fetch: typeof connection.fetch = (request) => {
    if (request.url.endsWith('/customers')) controller.abort();
    return connection.fetch(request);
  };
  const entries = await run(three, { ...account, connection: { ...connection, fetch } });
  expect(outcomes(entries)).toEqual(['created', undefined, undefined]);
  expect(sandbox.customers).toHaveLength(1);
});

test.each([
  ['skip', ['created', undefined, 'created']],
  ['stop', ['created', undefined, undefined]],
  ['yes', ['created', 'created', 'created']],
] as const)('the same customer twice in one run is asked about: %s', async (answer, expected) => {
  const { run, inRun, asked } = severalWorld('sandbox');
  inRun.inRun = answer;
  const entries = await run([named('Ada'), named('Ada'), named('Bob')]);
  expect(outcomes(entries)).toEqual(expected);
  expect(asked[0]).toContain('Ada: The same customer was created');
});

test('a yes to all is none to a repeat in a live account', async () => {
  const { run, asked, answers } = severalWorld('live');
  const sending = run([named('Ada'), named('Ada')]);
  await expect.poll(() => asked.length).toBe(1);
  answers.confirm = false;
  expect(outcomes(await sending)).toEqual(['created', undefined]);
  expect(asked[1]).toContain('The same customer was created');
});
