import { expect, test } from 'vitest';
import { connect, eras, openPlace } from './connect.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.com', userId: 'u-1' };

test.each(eras)(
  'tools/list (%s): every tool has a result schema, and no argument for an account or a key',
  async (era) => {
    await using place = await openPlace();
    await using server = await connect({ era, env: place.env });
    const { tools } = await server.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'describe_customer',
      'validate_customers',
      'find_customers',
      'plan_customers',
      'create_customers',
      'check_customer',
    ]);
    for (const { inputSchema, outputSchema } of tools) {
      expect(outputSchema?.['type']).toBe('object');
      expect(inputSchema['additionalProperties']).toBe(false);
    }
    const names = tools.flatMap(({ inputSchema }) => Object.keys(inputSchema.properties ?? {}));
    expect([...new Set(names)].toSorted()).toEqual([
      'customers',
      'email',
      'include',
      'ledger_id',
      'plan_id',
      'request_key',
      'user_id',
    ]);
    const hints = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
    expect(hints).toMatchObject({
      describe_customer: { readOnlyHint: true },
      validate_customers: { readOnlyHint: true },
      find_customers: { readOnlyHint: true, openWorldHint: true },
      plan_customers: { readOnlyHint: false },
      create_customers: { destructiveHint: false, idempotentHint: true },
      check_customer: { readOnlyHint: true },
    });
  },
);

test.each(eras)('in the sandbox (%s): plan, create, repeat, find and check', async (era) => {
  await using place = await openPlace();
  await using server = await connect({ era, env: place.env });
  const plan = await server.call('plan_customers', { customers: [ada, { name: 'Grace' }] });
  expect(plan.data).toMatchObject({
    account: { kind: 'sandbox' },
    customers: [{ index: 0, request: ada, issues: [], duplicates: [] }, { index: 1 }],
    questions: [],
  });
  const args = { plan_id: plan.data['plan_id'], request_key: 'order 1' };
  const created = await server.call('create_customers', args);
  expect(created.data).toMatchObject({
    status: 'done',
    results: [
      { schemaVersion: 1, command: 'create', outcome: 'created', account: 'sandbox', request: ada },
      { outcome: 'created', customerExists: 'yes' },
    ],
  });
  expect(created.text).toContain('2 customers: 2 created. IDs: 1, 2.');
  expect(await server.call('create_customers', args)).toEqual(created);
  expect((await server.call('find_customers', { user_id: 'u-1' })).data).toEqual({
    customers: [{ id: '1', matched_by: ['user_id'] }],
    complete: true,
  });
  const [{ ledgerId }] = created.data['results'] as [{ ledgerId: string }];
  expect((await server.call('check_customer', { ledger_id: ledgerId })).data).toEqual({
    ledger_id: ledgerId,
    outcome: 'created',
    customer_exists: 'yes',
    customer_id: '1',
  });
  // No live request, whatever the environment has.
  expect(place.sandbox.requests).toEqual([]);
});

test('check_customer: reports nothing of a create in another account', async () => {
  await using place = await openPlace();
  await using sandbox = await connect({ env: place.env });
  const plan = await sandbox.call('plan_customers', { customers: [ada] });
  const args = { plan_id: plan.data['plan_id'], request_key: 'order 1' };
  const { data } = await sandbox.call('create_customers', args);
  const [{ ledgerId }] = data['results'] as [{ ledgerId: string }];
  await using live = await connect({ argv: ['--live'], env: place.env });
  const checked = await live.call('check_customer', { ledger_id: ledgerId });
  expect(checked).toMatchObject({ isError: true, data: {} });
  expect(checked.text).toContain('to another account, or with another API key');
  expect(place.sandbox.requests).toEqual([]);
});

test('the sandbox remembers its customers when the server is started again', async () => {
  await using place = await openPlace();
  const start = () => connect({ env: place.env });
  let args = {};
  {
    await using server = await start();
    const { data } = await server.call('plan_customers', { customers: [ada] });
    args = { plan_id: data['plan_id'], request_key: 'k' };
    await server.call('create_customers', args);
  }
  await using server = await start();
  expect((await server.call('find_customers', { email: 'ada@example.com' })).data['customers']).toHaveLength(
    1,
  );
  expect((await server.call('create_customers', args)).data).toMatchObject({
    results: [{ customer: { id: 1 } }],
  });
});

test('describe_customer: fields, rules and examples come from the tables', async () => {
  await using place = await openPlace();
  await using server = await connect({ env: place.env });
  const { data } = await server.call('describe_customer');
  const fields = data['fields'] as { key: string }[];
  expect(fields.map(({ key }) => key)).toContain('customData');
  expect(data['rules']).toContainEqual(expect.objectContaining({ code: 'email-typo', severity: 'advice' }));
  for (const example of data['examples'] as object[]) {
    const { data: checked } = await server.call('validate_customers', { customers: [example] });
    expect(checked).toMatchObject({ valid: true });
  }
});

test('validate_customers: an issue has its path, and the value that fixes it', async () => {
  await using place = await openPlace();
  await using server = await connect({ env: place.env });
  const { data, text } = await server.call('validate_customers', {
    customers: [{ email: 'ada@gmial.com' }, { email: 'ada' }, { userId: 'u' }, { userId: 'u' }],
  });
  expect(data).toMatchObject({
    valid: false,
    customers: [
      { valid: true, issues: [{ code: 'email-typo', path: '/email', suggestion: 'ada@gmail.com' }] },
      { valid: false, issues: [{ code: 'invalid-email', severity: 'error' }] },
      { valid: true },
      { valid: false, issues: [{ code: 'duplicate-user-id', path: '/userId' }] },
    ],
  });
  expect(text).toContain('Customer 2: Not a valid email address: "ada".');
});

test('plan_customers: customers with errors make no plan', async () => {
  await using place = await openPlace();
  await using server = await connect({ env: place.env });
  const { data, text } = await server.call('plan_customers', { customers: [ada, { email: 'x' }] });
  expect(data['plan_id']).toBeUndefined();
  expect(text).toContain(
    'No plan was made: at least one customer has errors.\nCustomer 2: Not a valid email',
  );
});

test('plan_customers: more than 25 are left to the import command', async () => {
  await using place = await openPlace();
  await using server = await connect({ env: place.env });
  const customers = Array.from({ length: 26 }, (_, index) => ({ name: `Customer ${index}` }));
  const { isError, text } = await server.call('plan_customers', { customers });
  expect(isError).toBe(true);
  expect(text).toContain('helpcrunch-customer import FILE');
  expect((await server.call('plan_customers', { customers: customers.slice(1) })).isError).toBe(false);
});

test('plan_customers: what the duplicate check finds becomes a question', async () => {
  await using place = await openPlace({
    customers: [{ id: 4, email: 'ada@example.com', name: 'Ada', userId: 'u-2' }],
  });
  await using server = await connect({ argv: ['--live'], env: place.env });
  const customers = [{ email: 'ada@example.com' }, { name: 'Grace', userId: 'u-2' }];
  const { data } = await server.call('plan_customers', { customers });
  expect(data).toMatchObject({
    account: { kind: 'live', label: 'default' },
    customers: [{ duplicates: [{ id: 4, name: 'Ada' }] }, { duplicates: [{ id: 4 }] }],
    questions: [
      { index: 0, code: 'email-used', message: expect.stringContaining('already used by "Ada" (ID 4)') },
      { index: 1, code: 'user-id-taken', message: expect.stringContaining('belongs to "Ada"') },
    ],
  });
  expect(place.posts()).toBe(0);
});

test.each([
  ['find_customers', {}, 'Nothing to search for.'],
  ['create_customers', { plan_id: 'plan_0000000000000000' }, 'The account in use has no such plan'],
  ['check_customer', { ledger_id: 'nothing' }, 'No create on this machine has this ledger_id'],
])('%s: a problem is a result with one sentence and a next step', async (name, args, sentence) => {
  await using place = await openPlace();
  await using server = await connect({ env: place.env });
  const { isError, text } = await server.call(name, args);
  expect(isError).toBe(true);
  expect(text).toContain(sentence);
});

test('without a key, a live server says what to do', async () => {
  await using place = await openPlace();
  await using server = await connect({ argv: ['--live'], env: { ...place.env, HELPCRUNCH_API_KEY: '' } });
  const { isError, text } = await server.call('plan_customers', { customers: [ada] });
  expect(isError).toBe(true);
  expect(text).toContain('helpcrunch-customer login');
});
