import { readCustomer } from '@helpcrunch-customer-kit/core';
import type { SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import type { Account } from '../accounts/accounts.ts';
import type { RunEntry } from '../attempts/attempt.ts';
import { startImports } from '../import/start-imports.ts';
import { createSeveral, type NamedCustomer } from './create-several.ts';
import { closed, createTestContext, type Intercept, send } from './test/create-context.ts';

const named = (name: string, more: object = {}) => ({
  name,
  customer: readCustomer({ name, ...more }),
  text: JSON.stringify({ name, ...more }),
});
const three = [named('Ada'), named('Bob'), named('Eve')];

function severalContext(kind: Account['kind'], options: SandboxOptions = {}, intercept?: Intercept) {
  const context = createTestContext(kind, options, intercept);
  const { ledger, consent, prompts, account, clock } = context;
  const kept: (readonly RunEntry[])[] = [];
  const imports = startImports({ hasFiles: false, resultsFolder: undefined });
  const messages: (string | undefined)[] = [];
  /** The entries as they were after the last customer that was tried or noted; `undefined` when none was. */
  async function run(customers: readonly NamedCustomer[]) {
    let entries: readonly RunEntry[] = customers.map(({ name }) => ({ name }));
    const before = kept.length;
    const end = await createSeveral(customers, account, {
      name: 'all.customers.json',
      ledger,
      consent,
      prompts,
      imports: async () => imports,
      time: {
        clock: () => clock.now,
        async pause(milliseconds) {
          clock.now += milliseconds;
        },
      },
      async attempted(index, attempt) {
        entries = entries.with(index, { name: String(index), attempt });
        kept.push(entries);
      },
      async noted(index, note) {
        entries = entries.with(index, { name: String(index), note });
        kept.push(entries);
      },
    });
    messages.push(end?.stopped);
    return kept.length > before ? kept.at(-1) : undefined;
  }
  return { ...context, run, kept, messages };
}

/** What became of each: its outcome, or why it was left out. */
function outcomes(entries: readonly RunEntry[] | undefined) {
  return entries?.map(({ attempt, note }) => attempt?.outcome.outcome ?? note);
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

test('createSeveral: a run ends when the key is refused, since the rest would fare no better', async () => {
  const { run, messages } = severalContext('sandbox', { scenario: 'bad-key' });
  expect(outcomes(await run(three))).toEqual(['unauthorized', undefined, undefined]);
  expect(messages[0]).toMatch(/key/);
});

test('createSeveral: a run ends when a firewall blocks a request', async () => {
  const { run } = severalContext('live', {}, async () => new Response('no', { status: 403 }));
  expect(outcomes(await run(three))).toEqual(['blocked', undefined, undefined]);
});

test('createSeveral: a run continues after a refusal', async () => {
  const { run, creates } = severalContext('sandbox', { scenario: 'field-rejected' });
  expect(outcomes(await run(three))).toEqual(['rejected', 'rejected', 'rejected']);
  expect(creates()).toBe(3);
});

test('createSeveral: lost responses are looked for at the end, and a user ID makes another send safe', async () => {
  let lost = 0;
  const { run, creates } = severalContext('live', {}, async (request, pass) => {
    const isCreate = request.url.endsWith('/customers');
    if (isCreate) lost += 1;
    if (!isCreate || lost > 2) return pass();
    return new Response('', { status: 502 });
  });
  const customers = [named('Ada'), named('Bob', { userId: '7' }), named('Eve')];
  expect(outcomes(await run(customers))).toEqual(['unknown', 'created', 'created']);
  expect(creates()).toBe(2);
});

test('createSeveral: stays below the limit, and waits out a rate limit', async () => {
  const { clock, run, reported, creates, sandbox } = severalContext('live', { requestsPerMinute: 120 });
  const names = Array.from({ length: 130 }, (_, index) =>
    named(`Customer ${index}`, { userId: String(index) }),
  );
  const began = clock.now;
  const entries = await run(names);
  expect(new Set(outcomes(entries))).toEqual(new Set(['created']));
  expect(creates()).toBe(130);
  expect(sandbox.requests.length).toBeLessThanOrEqual(140);
  expect((clock.now - began) / sandbox.requests.length).toBeGreaterThan(600);
  expect(reported.at(-1)).toBe('130 of 130');
});

test('createSeveral: a cancel does not interrupt the current request', async () => {
  const context = severalContext('sandbox', {}, (request, pass) => {
    if (request.url.endsWith('/customers')) context.controller.abort();
    return pass();
  });
  expect(outcomes(await context.run(three))).toEqual(['created', undefined, undefined]);
  expect(context.sandbox.customers).toHaveLength(1);
});

test('createSeveral: a cancel during a duplicate check sends nothing', async () => {
  const context = severalContext('sandbox', {}, (request, pass) => {
    if (request.url.endsWith('/search')) context.controller.abort();
    return pass();
  });
  const customers = [named('Ada', { userId: '1' }), named('Eve')];
  expect(await context.run(customers)).toBeUndefined();
  expect(context.creates()).toBe(0);
});

test('createSeveral: what was created before in a run is not created again', async () => {
  const { run, creates } = severalContext('sandbox');
  const two = three.slice(0, 2);
  expect(outcomes(await run(two))).toEqual(['created', 'created']);
  const entries = outcomes(await run(three));
  expect(entries?.slice(0, 2)).toEqual([
    expect.stringMatching(/^Created before/),
    expect.stringMatching(/^Created before/),
  ]);
  expect(entries?.[2]).toBe('created');
  expect(creates()).toBe(3);
});

test('createSeveral: the same customer twice is created once, and an email that is used is named', async () => {
  const { run, creates } = severalContext('live');
  const email = { email: 'ada@example.com' };
  expect(outcomes(await run([named('Ada', email), named('Ada', email), named('Augusta', email)]))).toEqual([
    'created',
    'The same as another one in this list.',
    expect.stringMatching(/^Not sent: a customer \(ID \d+\) has this email\.$/),
  ]);
  expect(creates()).toBe(1);
});

test('createSeveral: a user ID that is taken is shown as that', async () => {
  const { run } = severalContext('live');
  await run([named('Ada', { userId: '1' }), named('Eve')]);
  expect(outcomes(await run([named('Bob', { userId: '1' }), named('Mary')]))).toEqual([
    'user-id-taken',
    'created',
  ]);
});

test('createSeveral: an edited customer that may have been created stops the run, by its place in the list', async () => {
  let isLost = true;
  const { run, messages } = severalContext('live', {}, async (request, pass) => {
    const isCreate = request.url.endsWith('/customers');
    return isCreate && isLost ? new Response('', { status: 502 }) : pass();
  });
  const email = { email: 'bob@example.com' };
  expect(outcomes(await run([named('Bob', email)]))).toEqual(['unknown']);
  isLost = false;
  await run([named('Ada'), named('Eve'), named('Robert', email)]);
  expect(messages.at(-1)).toMatch(/^Customer 3 of the list has the user ID or email of a customer that may/);
});

test('createSeveral: a refused customer with a variable has another body the next time, so it is sent again', async () => {
  const { run, creates } = severalContext('sandbox', { scenario: 'field-rejected' });
  const text = '{"name": "Ada", "userId": "{{uuid}}"}';
  const withId = (userId: string) => ({
    name: 'Ada',
    customer: {
      ...readCustomer({ name: 'Ada', userId }),
      variables: { values: { uuid: userId }, written: { name: 'Ada', userId: '{{uuid}}' } },
    },
    text,
  });
  expect(outcomes(await run([withId('id-1'), named('Bob')]))).toEqual(['rejected', 'rejected']);
  expect(creates()).toBe(2);
  await run([withId('id-2'), named('Bob')]);
  expect(creates()).toBe(3);
});
