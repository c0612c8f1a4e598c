import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { behindFront, creates, isCreate } from './front.ts';
import { liveKey, liveMachine } from './live-machine.ts';
import { runProgram } from './run-program.ts';

const ada = ['--name', 'Ada', '--email', 'ada@example.com'];

test('a run that is killed (SIGKILL) while it sends is resolved by the next one, and nothing is sent twice', async () => {
  const sending = Promise.withResolvers<void>();
  const listener = await behindFront(async (request, pass) => {
    const response = await pass();
    if (!isCreate(request)) return response;
    sending.resolve();
    return new Promise(() => {});
  });
  await using machine = await liveMachine({}, listener);
  const killed = await machine.run([...ada, '--yes', '--json'], {
    async during(child) {
      await sending.promise;
      child.kill('SIGKILL');
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  const { result, code } = await machine.create(ada);
  expect(result).toMatchObject({ outcome: 'created', customer: { id: 1 }, ledgerId: expect.any(String) });
  expect([code, creates(listener)]).toEqual([0, 1]);
});

test('after a lost answer the next run asks, and names the command that checks and the one that sends', async () => {
  await using machine = await liveMachine({ scenario: 'server-error' });
  const first = await machine.create(ada);
  const { ledgerId } = first.result;
  expect([first.code, first.result]).toMatchObject([3, { outcome: 'unknown', ledgerId: expect.any(String) }]);

  const sandbox = machine.listener.sandbox;
  sandbox.useScenario(undefined);
  const second = await machine.create(['--name', 'Ada Lovelace', '--email', 'ada@example.com']);
  expect([second.code, second.result]).toMatchObject([
    2,
    {
      outcome: 'needs-confirmation',
      issues: expect.arrayContaining([expect.objectContaining({ code: 'unresolved' })]),
      next: [
        `To look for it again, run: helpcrunch-customer history check ${ledgerId}`,
        `To send it, run: helpcrunch-customer --name 'Ada Lovelace' --email ada@example.com --yes --json --again ${ledgerId}`,
      ],
    },
  ]);
  const third = await machine.create([...ada, '--again', String(ledgerId)]);
  expect([third.code, third.result['outcome'], sandbox.customers.length]).toEqual([0, 'created', 1]);
});

test('--again lifts the named entry alone', async () => {
  await using machine = await liveMachine();
  const { result } = await machine.create(ada);
  const other = await machine.create([...ada, '--again', 'someother']);
  expect(other.result).toMatchObject({
    outcome: 'needs-confirmation',
    next: [expect.stringContaining(`--again ${result['ledgerId']}`)],
  });
  expect((await machine.create([...ada, '--again', String(result['ledgerId'])])).code).toBe(0);
  expect(creates(machine.listener)).toBe(2);
});

test('--idempotency-key: two runs at once create one customer, and both report it', async () => {
  await using machine = await liveMachine();
  const keyed = [...ada, '--idempotency-key', 'order-1843'];
  const runs = await Promise.all([machine.create(keyed), machine.create(keyed)]);
  expect(runs.map(({ code, result }) => [code, result['outcome']])).toEqual([
    [0, 'created'],
    [0, 'created'],
  ]);
  expect(new Set(runs.map(({ result }) => result['ledgerId'])).size).toBe(1);
  expect(creates(machine.listener)).toBe(1);
});

test('--idempotency-key: another customer under the same key is refused, and what was sent can be shown', async () => {
  await using machine = await liveMachine();
  const keyed = ['--idempotency-key', 'order-1843'];
  const first = await machine.create([...ada, ...keyed]);
  const other = await machine.create(['--name', 'Grace', ...keyed]);
  expect([other.code, other.result]).toMatchObject([
    2,
    {
      outcome: 'needs-confirmation',
      next: [
        'Use another idempotency key for this customer.',
        `To see what was sent under this one, run: helpcrunch-customer history show ${first.result['ledgerId']}`,
      ],
    },
  ]);
});

test('an unresolved create with another key to the same host is asked about', async () => {
  await using machine = await liveMachine({ scenario: 'server-error' });
  const { result } = await machine.create(ada);
  machine.listener.sandbox.useScenario(undefined);
  const env = { HELPCRUNCH_API_KEY: 'the-new-key-of-the-live-account-12345' };
  expect((await machine.create(ada, { env })).result).toMatchObject({
    outcome: 'needs-confirmation',
    next: [expect.anything(), expect.stringContaining(`--again ${result['ledgerId']}`)],
  });
});

test('--no-ledger writes nothing, and a ledger that cannot be written stops a run that did not ask for it', async () => {
  await using machine = await liveMachine();
  expect((await machine.create([...ada, '--no-ledger'])).code).toBe(0);
  expect(existsSync(machine.state)).toBe(false);

  mkdirSync(dirname(machine.state), { recursive: true });
  writeFileSync(machine.state, 'a file where the folder should be');
  const stopped = await machine.create(['--name', 'Grace']);
  expect([stopped.code, stopped.result]).toMatchObject([
    2,
    {
      outcome: 'needs-confirmation',
      next: ['To send it, run: helpcrunch-customer --name Grace --yes --json --no-ledger'],
    },
  ]);
  expect(creates(machine.listener)).toBe(1);
});

test('the ledger has no API key, not even one entered into a field', async () => {
  await using machine = await liveMachine({ scenario: 'server-error' });
  await machine.create([...ada, '--notes', `the key is ${liveKey}`]);
  expect(machine.ledgerText()).toContain('ada@example.com');
  expect(machine.ledgerText()).not.toContain(liveKey);
});

test('the sandbox inside the program leaves no ledger', async () => {
  await using machine = await liveMachine();
  await machine.create([...ada, '--sandbox']);
  expect(existsSync(machine.state)).toBe(false);
});

test.each([
  ['--again without --yes', ['--again', 'abc', ...ada]],
  ['--no-ledger with --idempotency-key', ['--no-ledger', '--idempotency-key', 'k', '--yes', ...ada]],
  ['--no-ledger with --take-over', ['--no-ledger', '--take-over', '--yes', ...ada]],
  ['an empty --idempotency-key', ['--idempotency-key', '', '--yes', ...ada]],
])('%s is bad usage', async (_name, argv) => {
  const { stderr, code } = await runProgram(argv);
  expect([stderr.split('\n').length > 1, code]).toEqual([true, 2]);
});
