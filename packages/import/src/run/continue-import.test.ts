import {
  createCustomer,
  type Fetch,
  planCustomer,
  type Question,
  readCustomer,
} from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { checkText, type Machine, machine } from '../../test/import.ts';
import { createMemoryRunStore } from './run-store.ts';

function isCreate({ method, url }: Request): boolean {
  return method === 'POST' && url.endsWith('/customers');
}

function lost(): TypeError {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  });
}

/** Loses the creates whose body has a text, before they arrive. */
const loses =
  (text: () => string) =>
  (next: Fetch): Fetch =>
  async (request) => {
    if (isCreate(request) && text() !== '' && (await request.clone().text()).includes(text())) throw lost();
    return next(request);
  };

function names({ sandbox }: Machine): readonly (string | undefined)[] {
  return sandbox.customers.map(({ name }) => name ?? undefined);
}

const tagged = { choices: { targets: new Map([['notes', { kind: 'ignore' } as const]]) } };

test('runImport: an unknown row stays unknown under a changed mapping, and the others are sent', async () => {
  let losing = 'Ada';
  const one = machine({ through: loses(() => losing) });
  const text = 'name,email,notes\nAda,ada@example.com,a\nBob,bob@example.com,b\n';
  expect((await one.import(text)).states).toEqual({ 2: 'unknown', 3: 'created' });
  losing = '';
  const more = `${text}Cid,cid@example.com,c\n`;
  const { stopped, states } = await one.import(more, tagged);
  expect(stopped).toBeUndefined();
  expect(states).toEqual({ 2: 'unknown', 3: 'created', 4: 'created' });
  expect(names(one)).toEqual(['Bob', 'Cid']);
});

test('runImport: a row that was rate limited is sent under a changed mapping', async () => {
  let isLimited = true;
  const one = machine({
    through: (next) => async (request) =>
      isLimited && isCreate(request) ? new Response('{}', { status: 429 }) : next(request),
  });
  const text = 'name,email,notes\nAda,ada@example.com,a\n';
  expect((await one.import(text)).stopped).toEqual({ kind: 'rate-limited' });
  isLimited = false;
  expect(await one.import(text, tagged)).toEqual({ stopped: undefined, states: { 2: 'created' } });
});

test('runImport: a row that was created as the process died is created under a changed mapping, too', async () => {
  const one = machine();
  const { put } = one.store;
  one.store.put = async (key, result) => {
    if (result.state === 'created') throw new Error('ENOSPC');
    await put(key, result);
  };
  const text = 'name,notes\nAda,a\n';
  const full = await one.import(text);
  expect(full).toEqual({ stopped: { kind: 'ledger', message: 'ENOSPC' }, states: { 2: 'sending' } });
  one.store.put = put;
  expect(await one.import(text, tagged)).toEqual({ stopped: undefined, states: { 2: 'created' } });
  expect(names(one)).toEqual(['Ada']);
});

test('runImport: a run that stops while an unknown row is sent again leaves it unknown', async () => {
  let isRefused = false;
  const one = machine({
    through: (next) => async (request) => {
      if (isRefused) return new Response('{"errors":[{"code":"unauthorized"}]}', { status: 401 });
      if (isCreate(request)) throw lost();
      return next(request);
    },
  });
  const text = 'name,user id\nAda,u-1\n';
  expect((await one.import(text)).states).toEqual({ 2: 'unknown' });
  isRefused = true;
  await one.import(text);
  const key = one.sandbox.requests.length;
  expect(key).toBeGreaterThan(0);
  expect(await one.buckets(text)).toEqual({ 2: 'unknown' });
});

test('runImport: checks of halved searches belong to their own rows when one half fails', async () => {
  const one = machine({
    options: { maxSearchFilters: 4, customers: [{ email: 'ada2@example.com' }] },
    through: (next) => async (request) => {
      const text = request.url.endsWith('/search') ? await request.clone().text() : '';
      const isFirstHalf = text.includes('ada1@') && text.includes('"OR"') && !text.includes('ada5@');
      return isFirstHalf ? new Response('', { status: 500 }) : next(request);
    },
  });
  const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Ada ${n},ada${n}@example.com`);
  const { states } = await one.import(`name,email\n${rows.join('\n')}\n`, { inFlight: 1 });
  expect(states[3]).toBe('skipped');
  expect(one.sandbox.customers).toHaveLength(8);
});

test('runImport: of rows with one email the first is created and the others are skipped, wherever they stand', async () => {
  const one = machine();
  const { states } = await one.import(
    'name,email\nAda,team@example.com\nBob,TEAM@example.com\nCid,cid@example.com\n',
    { inFlight: 1 },
  );
  expect(states).toEqual({ 2: 'created', 3: 'skipped', 4: 'created' });
});

test('runImport: a row waits for an unknown one with its email, and the others are sent', async () => {
  let losing = '"Ada"';
  const one = machine({ through: loses(() => losing) });
  const text = 'name,email\nAda,team@example.com\nBob,team@example.com\nCid,cid@example.com\n';
  const first = await one.import(text, { inFlight: 1 });
  expect(first.stopped).toMatchObject({ kind: 'edited-unknown', line: 3 });
  expect(await one.buckets(text)).toEqual({ 2: 'unknown', 3: 'pending', 4: 'created' });
  losing = '';
});

test('runImport: a row waits for an unknown one with its email that comes later in the file', async () => {
  let losing = '"Ada"';
  const one = machine({ through: loses(() => losing) });
  const [ada, bob] = ['Ada,team@example.com,u-1', 'Bob,team@example.com,u-2'];
  await one.import(`name,email,user id\n${ada}\n${bob}\n`, { inFlight: 1 });
  losing = '';
  const sorted = await one.import(`name,email,user id\n${bob}\n${ada}\n`, { inFlight: 1 });
  expect(sorted).toEqual({ stopped: undefined, states: { 2: 'skipped', 3: 'created' } });
  expect(names(one)).toEqual(['Ada']);
});

test('runImport: a row that waited is skipped when the other one with its email was created by a second send', async () => {
  let sends = 0;
  const one = machine({
    through: (next) => async (request) => {
      if (!isCreate(request)) return next(request);
      sends += 1;
      if (sends === 1) throw lost();
      return next(request);
    },
  });
  const text = 'name,email,user id\nAda,team@example.com,u-1\nBob,team@example.com,u-2\n';
  expect(await one.import(text, { inFlight: 1 })).toEqual({
    stopped: undefined,
    states: { 2: 'created', 3: 'skipped' },
  });
  expect(names(one)).toEqual(['Ada']);
});

test('runImport: an unknown row that the lookup of another row found is created, and not sent again', async () => {
  let lookups = 0;
  const one = machine({
    through: (next) => async (request) => {
      const body = await request.clone().text();
      if (isCreate(request)) {
        await next(request);
        throw lost();
      }
      if (body.includes('"OR"')) return next(request);
      lookups += 1;
      // The search shows the new customer only when that is looked for because of the second row: by user ID and by email.
      return lookups === 3 || lookups === 4 ? next(request) : Response.json({ data: [], total: 0 });
    },
  });
  const text = 'name,email,user id\nAda,team@example.com,u-1\nBob,team@example.com,\n';
  const { states } = await one.import(text, { inFlight: 1 });
  expect(states).toEqual({ 2: 'created', 3: 'skipped' });
  expect(one.sandbox.requests.filter(({ path }) => path === '/v1/customers')).toHaveLength(1);
});

test('runImport: a row does not wait for an unknown one whose user ID turns out to be taken', async () => {
  const one = machine({
    through: (next) => async (request) => {
      const isAda = isCreate(request) && (await request.clone().text()).includes('"Ada"');
      if (!isAda) return next(request);
      // Another program takes the user ID, and the answer to the refused create is lost.
      const { headers } = request;
      await next(new Request(request.url, { method: 'POST', headers, body: '{"userId":"u-1"}' }));
      throw lost();
    },
  });
  const text = 'name,email,user id\nAda,team@example.com,u-1\nBob,team@example.com,u-2\n';
  const first = await one.import(text, { inFlight: 1 });
  expect(first).toEqual({ stopped: undefined, states: { 2: 'skipped', 3: 'created' } });
  const entries = await one.ledger.find({ fingerprint: '', request: { userId: 'u-1' } });
  expect(entries.map(({ state, customerId }) => [state, customerId])).toEqual([['user-id-taken', '1']]);
});

test('runImport: a row is not taken for another one with the same content', async () => {
  let isLost = true;
  const one = machine({
    options: { scenario: 'lagging-search' },
    through: (next) => async (request) => {
      const answer = await next(request);
      if (!isCreate(request) || !isLost) return answer;
      isLost = false;
      throw lost();
    },
  });
  const text = 'name,email,notes\nAda,ada@example.com,a\nAda,ada@example.com,b\n';
  const { states } = await one.import(text, { ...tagged, inFlight: 1 });
  expect(one.sandbox.customers).toHaveLength(1);
  expect(Object.values(states).toSorted()).toEqual(['created', 'skipped']);
});

test('runImport: --limit counts rows that are sent, not unknown ones that are looked up', async () => {
  let losing = 'Ada';
  const one = machine({ through: loses(() => losing) });
  const text = 'name\nAda\nBob\n';
  await one.import(text, { limit: 1 });
  losing = '';
  expect((await one.import(text, { limit: 1 })).states).toEqual({ 2: 'unknown', 3: 'created' });
});

test('runImport: objects of JSON are the same rows in a file with other objects', async () => {
  const one = machine();
  await one.import('{"name":"Ada"}\n{"name":"Bob"}\n');
  await one.import('{"company":"Engines","name":"Cid"}\n{"name":"Ada"}\n{"name":"Bob"}\n');
  expect(names(one).toSorted()).toEqual(['Ada', 'Bob', 'Cid']);
});

test('runImport: a row that may have been sent and is invalid now is unknown', async () => {
  const one = machine();
  const text = 'name,plan\nAda,pro\n';
  const column = (type: 'text' | 'number') => ({
    choices: { targets: new Map([['plan', { kind: 'custom-data', property: 'plan', type } as const]]) },
  });
  const { put } = one.store;
  one.store.put = async (key, result) => {
    if (result.state === 'created') throw new Error('ENOSPC');
    await put(key, result);
  };
  await one.import(text, column('text'));
  expect(await one.buckets(text, column('number').choices)).toEqual({ 2: 'unknown' });
});

test('runImport: an unknown row that is refused when it is sent again stays unknown', async () => {
  let creates = 0;
  const one = machine({
    through: (next) => async (request) => {
      if (!isCreate(request)) {
        if (creates === 2) return new Response('', { status: 500 });
        return creates === 0 ? next(request) : Response.json({ data: [], total: 0 });
      }
      creates += 1;
      const answer = await next(request);
      if (creates === 1) throw lost();
      return answer;
    },
  });
  const { states } = await one.import('name,user id\nAda,u-1\n');
  expect(creates).toBe(2);
  expect(states).toEqual({ 2: 'unknown' });
  expect(names(one)).toEqual(['Ada']);
});

/** Creates a customer by itself, in the same account. */
async function createAlone({ connection, ledger }: Machine, customer: object) {
  const account = { kind: 'live', label: 'main', host: 'sandbox.example', connection } as const;
  const questions: Question[] = [];
  const plan = planCustomer(readCustomer(customer), { now: connection.now() });
  const outcome = await createCustomer(plan, {
    account,
    ledger,
    async ask(question) {
      questions.push(question);
      return question.reasons.length === 0 ? { kind: 'send' } : { kind: 'unanswered' };
    },
  });
  return { outcome, reasons: questions.flatMap(({ reasons }) => reasons) };
}

const day = 24 * 60 * 60_000;

test('runImport: a customer without user ID and email that was created alone is skipped, once for each', async () => {
  const one = machine();
  await createAlone(one, { name: 'Ada' });
  await one.time.pause(day);
  const text = 'name,notes\nAda,a\nAda,b\nBob,c\n';
  expect((await one.import(text, tagged)).states).toEqual({ 2: 'skipped', 3: 'created', 4: 'created' });
  const [row] = await checkText(text, tagged.choices);
  expect(row && (await one.store.get(row.key))?.result).toMatchObject({ reason: 'sent-before', id: '1' });
  const more = 'name,notes\nAda,a\nAda,b\nAda,d\nBob,c\n';
  expect((await one.import(more, tagged)).states).toEqual({
    2: 'skipped',
    3: 'created',
    4: 'created',
    5: 'created',
  });
  expect(names(one).toSorted()).toEqual(['Ada', 'Ada', 'Ada', 'Bob']);
});

test('runImport: what it created is asked about when the same customer is created alone', async () => {
  const one = machine();
  await one.import('name\nAda\n');
  await one.time.pause(day);
  const { outcome, reasons } = await createAlone(one, { name: 'Ada' });
  expect(outcome.outcome).toBe('needs-confirmation');
  expect(reasons).toMatchObject([{ kind: 'sent-before', isRow: true, customerId: '1' }]);
});

test('runImport: a customer that was created alone is sent where a person decided to send rows again', async () => {
  const one = machine();
  await createAlone(one, { name: 'Ada' });
  expect((await one.import('name\nAda\n')).states).toEqual({ 2: 'skipped' });
  expect(
    (await one.import('name\nAda\n', { again: 'run 2', store: createMemoryRunStore('run 2') })).stopped,
  ).toBe(undefined);
  expect(names(one)).toEqual(['Ada', 'Ada']);
});

test('runImport: a customer that was created alone and is unknown stays unknown', async () => {
  let losing = 'Ada';
  const one = machine({ through: loses(() => losing) });
  expect((await createAlone(one, { name: 'Ada' })).outcome.outcome).toBe('unknown');
  losing = '';
  expect((await one.import('name\nAda\nBob\n')).states).toEqual({ 2: 'unknown', 3: 'created' });
});

const asTable = 'name,since,plan,notes\nAda,2023-12-31,pro,a\nAda,2023-12-31,pro,b\nBob,,,c\n';
const asJson = (...names: readonly string[]) =>
  JSON.stringify(
    names.map((name, index) =>
      name === 'Ada'
        ? { customData: { plan: 'pro' }, firstSeen: '2023-12-31', name, id: index }
        : { name, id: index },
    ),
  );
const mapped = {
  choices: {
    targets: new Map([
      ['since', { kind: 'field', key: 'firstSeen' } as const],
      ['plan', { kind: 'custom-data', property: 'plan', type: 'text' } as const],
      ['notes', { kind: 'ignore' } as const],
      ['id', { kind: 'ignore' } as const],
    ]),
  },
};

test('runImport: a customer without user ID and email is the same in a table and in JSON, once for each', async () => {
  const one = machine();
  await one.import(asTable, mapped);
  expect(names(one).toSorted()).toEqual(['Ada', 'Ada', 'Bob']);
  const again = await one.import(asJson('Ada', 'Bob', 'Ada', 'Eve', 'Ada'), mapped);
  expect(new Set(Object.values(again.states))).toEqual(new Set(['created']));
  expect(names(one).slice(3).toSorted()).toEqual(['Ada', 'Eve']);
  await one.import(`${asTable}Eve,,,d\n`, mapped);
  expect(names(one)).toHaveLength(5);
});

test('runImport: what died as it was sent from a table is found out when the same customer comes in JSON', async () => {
  const one = machine();
  await one.import('name\nAda\n');
  const [row] = await checkText('name\nAda\n');
  // The result of the create was not written anymore.
  if (row) await one.store.put(row.key, { state: 'sending', attempt: 0 });
  const { states } = await one.import('[{"name": "Ada"}]');
  expect([Object.values(states), names(one)]).toEqual([['created'], ['Ada']]);
  expect((await one.import('name\nAda\n')).states).toEqual({ 2: 'created' });
});

test('runImport: rows that only differ in what is left out are two customers, in whatever order', async () => {
  const one = machine();
  await one.import('name,notes\nAda,a\n', tagged);
  await one.import('name,notes\nAda,b\nAda,a\n', tagged);
  expect(names(one)).toEqual(['Ada', 'Ada']);
});

test('runImport: defaults are not part of a customer', async () => {
  const one = machine();
  const rows = (text: string, source: string) => checkText(text, {}, { defaults: { source } });
  const [inTable] = await rows('name\nAda\n', 'https://a.example');
  const [inJson] = await rows('[{"name": "Ada"}]', 'https://b.example');
  if (!inTable || !inJson) throw new Error('no row');
  await one.store.put(inTable.key, { state: 'created', confirmedBy: 'answer', id: '1' });
  expect(await one.store.get(inJson.key)).toMatchObject({ result: { id: '1' } });
});
