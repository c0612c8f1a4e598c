import { readCustomer } from '@helpcrunch-customer-kit/core';
import type { SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import type { Account } from '../accounts/accounts.ts';
import type { RunEntry } from '../attempts/attempt.ts';
import { createSeveral, type NamedCustomer } from './create-several.ts';
import { type Choice, closed, createTestContext, type Intercept, send } from './test/create-context.ts';

const named = (name: string, more: object = {}) => ({ name, customer: readCustomer({ name, ...more }) });
const three = [named('Ada'), named('Bob'), named('Eve')];

function severalContext(kind: Account['kind'], options: SandboxOptions = {}, intercept?: Intercept) {
  const context = createTestContext(kind, options, intercept);
  const { ledger, consent, prompts, account } = context;
  const kept: (readonly RunEntry[])[] = [];
  const inFlight: number[] = [];
  /** The entries as they were after the last customer that was tried; `undefined` when none was. */
  async function run(customers: readonly NamedCustomer[]) {
    let entries: readonly RunEntry[] = customers.map(({ name }) => ({ name }));
    const before = kept.length;
    await createSeveral(customers, account, {
      ledger,
      consent,
      prompts,
      repeatWindow: 60_000,
      async progressed(index, attempt) {
        entries = entries.with(index, { name: String(index), attempt });
        kept.push(entries);
      },
      inFlight: (index) => inFlight.push(index),
    });
    return kept.length > before ? kept.at(-1) : undefined;
  }
  return { ...context, run, kept, inFlight };
}

function outcomes(entries: readonly RunEntry[] | undefined) {
  return entries?.map(({ attempt }) => attempt?.outcome.outcome);
}

test('createSeveral: customers are created one after the other, each counted', async () => {
  const { run, sandbox, reported, kept, asked } = severalContext('sandbox');
  expect(outcomes(await run(three))).toEqual(['created', 'created', 'created']);
  expect(sandbox.customers.map(({ name }) => name)).toEqual(['Ada', 'Bob', 'Eve']);
  expect(reported).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  expect(kept.map((entries) => outcomes(entries)?.filter((name) => name === 'created').length)).toEqual([
    1, 2, 3,
  ]);
  expect(asked).toEqual([]);
});

test('createSeveral: a live account asks once, with every body, and a no sends nothing', async () => {
  const { run, asked, person, sandbox } = severalContext('live');
  person.choice = closed;
  expect(await run(three)).toBeUndefined();
  expect(sandbox.requests).toEqual([]);
  person.choice = send;
  expect(outcomes(await run(three))).toEqual(['created', 'created', 'created']);
  expect(asked).toHaveLength(2);
  for (const name of ['Ada', 'Bob', 'Eve']) expect(asked[1]?.detail).toContain(`"name": "${name}"`);
});

test('createSeveral: does not send a customer with errors, and says so before it sends the others', async () => {
  const { run, asked, creates } = severalContext('live');
  const entries = await run([named('Ada', { locale: 'xx' }), named('Bob')]);
  expect(outcomes(entries)).toEqual(['invalid', 'created']);
  expect(asked[0]?.detail).toContain('1 more cannot be sent');
  expect(asked[0]?.detail).not.toContain('Ada');
  expect(creates()).toBe(1);
});

test.each([
  ['server-error', 'unknown'],
  ['bad-key', 'unauthorized'],
  ['rate-limited-retry-after', 'rate-limited'],
] as const)(
  'createSeveral: a run ends with %s, since the rest would fare no better',
  async (scenario, outcome) => {
    const { run } = severalContext('sandbox', { scenario });
    expect(outcomes(await run(three))).toEqual([outcome, undefined, undefined]);
  },
);

test('createSeveral: a run ends when a firewall blocks a request', async () => {
  const { run } = severalContext('live', {}, async () => new Response('no', { status: 403 }));
  expect(outcomes(await run(three))).toEqual(['blocked', undefined, undefined]);
});

test('createSeveral: a run continues after a refusal', async () => {
  const { run, creates } = severalContext('sandbox', { scenario: 'field-rejected' });
  expect(outcomes(await run(three))).toEqual(['rejected', 'rejected', 'rejected']);
  expect(creates()).toBe(3);
});

test('createSeveral: a cancel does not interrupt the current request, and stops before the next customer', async () => {
  const context = severalContext('sandbox', {}, (request, pass) => {
    if (request.url.endsWith('/customers')) context.controller.abort();
    return pass();
  });
  expect(outcomes(await context.run(three))).toEqual(['created', undefined, undefined]);
  expect(context.sandbox.customers).toHaveLength(1);
});

test('createSeveral: a cancel during a duplicate check sends nothing more', async () => {
  const context = severalContext('sandbox', {}, (request, pass) => {
    if (request.url.endsWith('/search')) context.controller.abort();
    return pass();
  });
  const customers = [named('Ada'), named('Bob', { userId: '1' }), named('Eve')];
  expect(outcomes(await context.run(customers))).toEqual(['created', undefined, undefined]);
  expect(context.creates()).toBe(1);
});

const skip: Choice = ({ buttons }) => buttons.find((button) => button.startsWith('Skip'));

test.each([
  ['skip', skip, ['created', undefined, 'created']],
  ['stop', closed, ['created', undefined, undefined]],
  ['send', send, ['created', 'created', 'created']],
] as const)(
  'createSeveral: the same customer twice in one run is asked about: %s',
  async (_name, choice, expected) => {
    const { run, person, asked } = severalContext('sandbox');
    person.choice = choice;
    const entries = await run([named('Ada'), named('Ada'), named('Bob')]);
    expect(outcomes(entries)).toEqual(expected);
    expect(asked[0]?.message).toMatch(/^Ada: /);
    expect(asked[0]?.detail).toContain('The same customer was created');
  },
);

test('createSeveral: consent to a run does not cover a repeat in a live account', async () => {
  const { run, asked, person } = severalContext('live');
  person.choice = (modal) => (asked.length === 1 ? send(modal) : undefined);
  expect(outcomes(await run([named('Ada'), named('Ada')]))).toEqual(['created', undefined]);
  expect(asked[1]?.detail).toContain('The same customer was created');
});

test('createSeveral: leaves out and reports a customer that is already being sent', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { run, create, inFlight, creates } = severalContext('sandbox', {}, async (_request, pass) => {
    await released;
    return pass();
  });
  const [ada] = three;
  if (!ada) throw new Error('there is one');
  const first = create(ada.customer);
  expect(await run([ada])).toBeUndefined();
  expect(inFlight).toEqual([0]);
  release();
  await first;
  expect(creates()).toBe(1);
});
