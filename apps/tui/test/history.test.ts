import { expect, test } from 'vitest';
import { creates } from './front.ts';
import { liveMachine } from './live-machine.ts';
import { onlyObject, runProgram, schemaErrors } from './run-program.ts';

const ada = ['--name', 'Ada', '--email', 'ada@example.com'];

/** A machine that sent one customer whose create is unknown. */
async function withUnknown(scenario: 'server-error' | 'created-then-lost' = 'server-error') {
  const machine = await liveMachine({ scenario });
  const { result } = await machine.create([...ada, '--no-input']);
  const json = async (...words: readonly string[]) => {
    const { stdout, code } = await machine.run(['history', ...words, '--json']);
    const result = onlyObject(stdout);
    expect(await schemaErrors(result)).toEqual([]);
    return { result, code };
  };
  return { machine, id: String(result['ledgerId']), outcome: result['outcome'], json };
}

test('history: nothing was sent yet', async () => {
  const { stdout, code } = await runProgram(['history']);
  expect([stdout, code]).toEqual(['Nothing was sent from this machine yet.\n', 0]);
  const json = await runProgram(['history', '--json']);
  expect(onlyObject(json.stdout)).toEqual({
    schemaVersion: 1,
    command: 'history',
    outcome: 'listed',
    retryable: false,
    entries: [],
    issues: [],
    next: [],
  });
});

test('history: unresolved creates come first, with what was sent; settled ones keep the ID', async () => {
  const { machine, id, json } = await withUnknown();
  await using _ = machine;
  machine.listener.sandbox.useScenario(undefined);
  const created = await machine.create(['--name', 'Grace']);
  const { stdout, stderr, code } = await machine.run(['history']);
  const [head = '', first = '', second = ''] = stdout.split('\n');
  expect(head).toMatch(/^ID +State +When +Account +Customer$/u);
  expect(first).toMatch(new RegExp(`^${id} +unknown +just now +127\\.0\\.0\\.1:\\d+ +"Ada"$`, 'u'));
  expect(second).toMatch(new RegExp(`^${created.result['ledgerId']} +created +just now +\\S+ +ID 1$`, 'u'));
  expect([stderr, code]).toEqual([
    `→ To see what became of the first one, run: helpcrunch-customer history check ${id}\n`,
    0,
  ]);
  expect((await json()).result['entries']).toMatchObject([
    { id, state: 'unknown', unresolved: true, request: { name: 'Ada', email: 'ada@example.com' } },
    { state: 'created', unresolved: false, customerId: '1' },
  ]);
});

test('history show: everything about one create', async () => {
  const { machine, id, json } = await withUnknown();
  await using _ = machine;
  const { stdout } = await machine.run(['history', 'show', id]);
  expect(stdout).toContain('State    unknown: a customer may have been created\n');
  expect(stdout).toContain('Sent     {"name":"Ada","email":"ada@example.com"}\n');
  expect(await json('show', id)).toMatchObject({ code: 0, result: { outcome: 'shown', entry: { id } } });
});

test('history check: a customer that is not seen stays unknown, exit 3, and nothing is sent', async () => {
  const { machine, id, json } = await withUnknown();
  await using _ = machine;
  machine.listener.sandbox.useScenario(undefined);
  expect(await json('check', id)).toMatchObject({
    code: 3,
    result: { outcome: 'unknown', retryable: false, entry: { state: 'unknown' } },
  });
  expect(creates(machine.listener)).toBe(1);
});

test('history check: a customer that is found is created, and the entry is settled', async () => {
  const { machine, id, json } = await withUnknown();
  await using _ = machine;
  const { sandbox } = machine.listener;
  sandbox.useScenario(undefined);
  // As if the index had lagged: the same customer, by the same account.
  await fetch(`${machine.listener.baseUrl}/customers`, {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ada', email: 'ada@example.com' }),
  });
  expect(await json('check', id)).toMatchObject({
    code: 0,
    result: { outcome: 'created', customer: { id: 1 }, entry: { state: 'created', unresolved: false } },
  });
  const shown = await json('show', id);
  expect(shown.result['entry']).toMatchObject({ state: 'created', customerId: '1' });
  expect(machine.ledgerText()).toContain(id);
  expect((await json('check', id)).result).toMatchObject({ outcome: 'created' });
});

test('history check: with another key it says that it cannot tell, and settles nothing', async () => {
  const { machine, id, json } = await withUnknown();
  await using _ = machine;
  machine.listener.sandbox.useScenario(undefined);
  const env = { HELPCRUNCH_API_KEY: 'the-new-key-of-the-live-account-12345' };
  const { stdout, code } = await machine.run(['history', 'check', id, '--json'], { env });
  expect([code, onlyObject(stdout)]).toMatchObject([
    3,
    { outcome: 'unknown', issues: [{ message: expect.stringContaining('another API key') }] },
  ]);
  expect((await json('show', id)).result['entry']).toMatchObject({ state: 'unknown' });
});

test.each([
  ['no key', { HELPCRUNCH_API_KEY: '' }, 4, 'unauthorized'],
  ['another host', { HELPCRUNCH_BASE_URL: 'https://elsewhere.example/v1' }, 2, 'invalid'],
  ['an unusable base URL', { HELPCRUNCH_BASE_URL: 'ftp://x' }, 2, 'invalid'],
])('history check: with %s nothing is looked for', async (_name, env, exitCode, outcome) => {
  const { machine, id } = await withUnknown();
  await using _ = machine;
  const { stdout, code } = await machine.run(['history', 'check', id, '--json'], { env });
  expect([code, onlyObject(stdout)]).toMatchObject([exitCode, { outcome, next: [expect.anything()] }]);
});

test('history check: without its address, a create in a sandbox is not looked for, and the message says how', async () => {
  await using machine = await liveMachine({ scenario: 'server-error' });
  const argv = [...ada, '--yes', '--json', `--sandbox=${machine.listener.baseUrl}`];
  const { ledgerId: id } = onlyObject((await machine.run(argv)).stdout);
  const env = { HELPCRUNCH_API_KEY: '' };
  const checked = await machine.run(['history', 'check', String(id), '--json'], { env });
  expect([checked.code, onlyObject(checked.stdout)]).toMatchObject([
    2,
    {
      outcome: 'invalid',
      issues: [{ message: expect.stringContaining('was sent to a sandbox') }],
      next: [
        `While the sandbox runs, look there with: helpcrunch-customer history check ${id} --sandbox=URL`,
        `To forget this create, run: helpcrunch-customer history forget ${id}`,
      ],
    },
  ]);
  const { stderr } = await machine.run(['history'], { env });
  expect(stderr).not.toContain('history check');
});

test('history check --sandbox=URL: looks for the customer of a create in that running sandbox', async () => {
  await using machine = await liveMachine({ scenario: 'server-error' });
  const { baseUrl, sandbox } = machine.listener;
  const json = async (...words: readonly string[]) => {
    const { stdout, code } = await machine.run([...words, '--json']);
    return { result: onlyObject(stdout), code };
  };
  const first = await json(...ada, '--yes', `--sandbox=${baseUrl}`);
  const id = String(first.result['ledgerId']);
  const repeated = await json(...ada, '--yes', `--sandbox=${baseUrl}`);
  expect(repeated.result['next']).toContain(
    `To look for it again, run: helpcrunch-customer history check ${id} --sandbox=${baseUrl}`,
  );
  const check = ['history', 'check', id] as const;
  const unseen = await json(...check, `--sandbox=${baseUrl}`);
  expect(unseen).toMatchObject({ code: 3, result: { outcome: 'unknown', issues: [{ code: 'unknown' }] } });

  await using other = await liveMachine();
  const elsewhere = await json(...check, `--sandbox=${other.listener.baseUrl}`);
  const notThere = {
    message: expect.stringMatching(/^The sandbox at 127\.0\.0\.1:\d+ did not get this customer/),
  };
  expect(elsewhere).toMatchObject({ code: 2, result: { outcome: 'invalid', issues: [notThere] } });
  const unusable = await json(...check, '--sandbox=https://example.com');
  expect(unusable).toMatchObject({ code: 2, result: { issues: [{ code: 'usage' }] } });

  sandbox.useScenario('created-then-lost');
  const lost = await json('--name', 'Eve', '--email', 'eve@example.com', '--yes', `--sandbox=${baseUrl}`);
  sandbox.useScenario(undefined);
  expect(lost.result['outcome']).toBe('created');
});

test('history forget: the entry is gone, and the same customer is sent without a question', async () => {
  const { machine, id, json } = await withUnknown();
  await using _ = machine;
  expect(await json('forget', id)).toMatchObject({ code: 0, result: { outcome: 'forgotten', count: 1 } });
  expect(machine.ledgerText()).not.toContain('ada@example.com');
  machine.listener.sandbox.useScenario(undefined);
  expect((await machine.create(ada)).code).toBe(0);
  expect(await json('forget', id)).toMatchObject({ code: 2, result: { outcome: 'not-found' } });
});

test.each([
  ['show'],
  ['check'],
  ['forget'],
  ['show', 'a', 'b'],
  ['list', 'x'],
  ['nonsense'],
  ['--nonsense'],
  ['--json=true'],
])('history %s %s is bad usage, exit 2', async (...words) => {
  const { stdout, code } = await runProgram(['history', ...words, '--json']);
  expect([code, onlyObject(stdout)]).toMatchObject([
    2,
    { command: 'history', outcome: 'invalid', issues: [{ severity: 'error' }] },
  ]);
});

test('history show: an ID that is not there is exit 2', async () => {
  const { stdout, stderr, code } = await runProgram(['history', 'show', 'missing']);
  expect([stdout, code]).toEqual(['', 2]);
  expect(stderr).toContain('The ledger has no entry missing.');
});
