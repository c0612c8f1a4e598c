import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { liveKey, liveMachine } from './live-machine.ts';
import { PtyProgram } from './pty-program.ts';
import { onlyObject } from './run-program.ts';

const table = 'name,email,user id\nAda,ada@example.com,u-1\nBob,bob@example.com,u-2\n';

/** A machine with a live account and one file. */
async function machine(content: string) {
  const live = await liveMachine();
  const { listener, environment } = live;
  const folder = environment['HOME'] ?? '';
  const file = join(folder, 'customers.csv');
  await writeFile(file, content);
  return {
    file,
    listener,
    environment,
    read: (name: string) => readFile(join(folder, name), 'utf8'),
    run: (...argv: string[]) => live.run(['import', ...argv]),
    runDuring: (during: (child: ChildProcess) => Promise<void>, ...argv: string[]) =>
      live.run(['import', ...argv], { during }),
    /** Kills the program once so many customers were created. */
    killAfter: (count: number, ...argv: string[]) =>
      live.run(['import', ...argv], {
        async during(child) {
          await expect.poll(() => listener.sandbox.customers.length).toBeGreaterThanOrEqual(count);
          child.kill('SIGKILL');
        },
      }),
    [Symbol.asyncDispose]: () => live[Symbol.asyncDispose](),
  };
}

test('import --dry-run --json prints the plan, sends nothing, and adds up', async () => {
  await using one = await machine(`${table}Cid,no address,u-3\n`);
  const { stdout, code } = await one.run(one.file, '--dry-run', '--json');
  expect(onlyObject(stdout)).toMatchObject({
    command: 'import',
    outcome: 'planned',
    totals: { rows: 3, toCreate: 2, created: 0, failed: 0, invalid: 1, skipped: 0, unknown: 0, pending: 2 },
    problems: [{ line: 4, column: 'email', severity: 'error', count: 1 }],
    mapping: { name: 'name', email: 'email', 'user id': 'userId' },
    sample: [{ line: 2, request: { name: 'Ada', email: 'ada@example.com', userId: 'u-1' } }, { line: 3 }],
    files: {},
  });
  expect(code).toBe(1);
  expect(one.listener.sandbox.requests).toEqual([]);
});

test('import without consent prints the plan and the command that goes on, exit 2', async () => {
  await using one = await machine(table);
  const { stdout, stderr, code } = await one.run(one.file);
  expect(code).toBe(2);
  expect(stdout).toContain('To create  2');
  expect(stderr).toMatch(/import \S*customers\.csv --yes$/m);
  expect(one.listener.sandbox.requests).toEqual([]);
});

test('import --yes creates each customer once, in however many runs', async () => {
  await using one = await machine(table);
  const first = await one.run(one.file, '--yes', '--json');
  expect(onlyObject(first.stdout)).toMatchObject({
    outcome: 'completed',
    totals: { rows: 2, created: 2, pending: 0 },
  });
  expect(first.code).toBe(0);
  // Rows are in the order of the file; HelpCrunch's ids are in the order in which it got them.
  const idOf = (name: string) =>
    one.listener.sandbox.customers.find((customer) => customer.name === name)?.id;
  expect(await one.read('customers.created.csv')).toBe(
    `name,email,user id,helpcrunch_id\nAda,ada@example.com,u-1,${idOf('Ada')}\nBob,bob@example.com,u-2,${idOf('Bob')}\n`,
  );
  const second = await one.run(one.file, '--yes', '--json');
  expect(onlyObject(second.stdout)).toMatchObject({ outcome: 'completed', totals: { rows: 2, created: 2 } });
  expect(one.listener.sandbox.customers).toHaveLength(2);
  expect(first.stdout + first.stderr + second.stdout + second.stderr).not.toContain(liveKey.slice(0, 16));
  const list = await one.run('list', '--json');
  expect(onlyObject(list.stdout)).toMatchObject({
    runs: [{ outcome: 'completed' }, { outcome: 'completed' }],
  });
});

test('import --sandbox: what is left is not continued, for the sandbox is gone', async () => {
  await using one = await machine(table);
  const { stdout, stderr } = await one.run(one.file, '--sandbox', '--yes', '--limit=1');
  expect(stdout).toContain('Pending  1');
  expect(stderr).toMatch(/^→ To start again, run: .*import \S*customers\.csv --sandbox --yes --limit=1$/m);
});

test('import: the result says why HelpCrunch refused rows', async () => {
  await using one = await machine(table);
  one.listener.sandbox.useScenario('unprocessable');
  const { stdout } = await one.run(one.file, '--yes');
  expect(stdout).toMatch(/^Failed +2 .*\nRows +2\n✗ lines 2 and 3: HelpCrunch says: .+\n$/m);
});

test('import --limit: the plan counts what would be sent, and what is left', async () => {
  await using one = await machine(table);
  const { stdout } = await one.run(one.file, '--dry-run', '--limit=1');
  expect(stdout).toMatch(/To create +1\n +Left pending +1\n +Skipped +0\n +Invalid +0\n +Rows read +2\n/);
  const { stdout: json } = await one.run(one.file, '--dry-run', '--limit=1', '--json');
  expect(onlyObject(json)).toMatchObject({
    totals: { rows: 2, toCreate: 1, pending: 2 },
    sample: [{ line: 2 }],
  });
});

test('import --limit leaves the other rows pending, and the same command goes on', async () => {
  await using one = await machine(table);
  const { stdout, code } = await one.run(one.file, '--yes', '--json', '--limit', '1');
  expect(onlyObject(stdout)).toMatchObject({
    outcome: 'paused',
    retryable: true,
    totals: { created: 1, pending: 1 },
  });
  expect(code).toBe(75);
  expect(await one.read('customers.pending.csv')).toBe('name,email,user id\nBob,bob@example.com,u-2\n');
  expect((await one.run(one.file, '--yes')).code).toBe(0);
  expect(one.listener.sandbox.customers).toHaveLength(2);
  await expect(one.read('customers.pending.csv')).rejects.toThrow('ENOENT');
});

test('import: invalid rows stop everything, unless they are to be skipped', async () => {
  await using one = await machine(`${table}Cid,no address,u-3\n`);
  const stopped = await one.run(one.file, '--yes');
  expect(stopped.code).toBe(2);
  expect(stopped.stderr).toContain('Nothing was sent: 1 row has errors.');
  const { code } = await one.run(one.file, '--yes', '--skip-invalid');
  expect(code).toBe(1);
  expect(await one.read('customers.failed.csv')).toContain('Cid,no address,u-3,');
});

test('import: what cannot be read or decided is a sentence with the flags that decide it, exit 2', async () => {
  await using one = await machine('name,email,plan\nAda,ada@example.com,pro\n');
  const unmapped = await one.run(one.file, '--yes');
  expect(unmapped.code).toBe(2);
  expect(unmapped.stderr).toContain('Column "plan" has no field yet. Add --column "plan=FIELD"');
  const gone = await one.run('nowhere.csv', '--yes', '--json');
  expect(onlyObject(gone.stdout)).toMatchObject({
    outcome: 'invalid',
    issues: [{ message: 'File not found: nowhere.csv.' }],
  });
  const rate = await one.run(one.file, '--rate', '500', '--json');
  expect(onlyObject(rate.stdout)).toMatchObject({ outcome: 'invalid' });
  expect(rate.code).toBe(2);
  expect((await one.run(one.file, '--yes', '--column', 'plan=customData.plan')).code).toBe(0);
  expect(JSON.parse(await one.read('customers.mapping.json'))).toMatchObject({
    columns: { plan: 'customData.plan' },
  });
});

test('import: nothing is sent where the results cannot be written', async () => {
  await using one = await machine(table);
  const { stdout, code } = await one.run(one.file, '--yes', '--json', '--out', join(one.file, 'results'));
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'invalid', issues: [{ code: 'out-not-writable' }] });
  expect(code).toBe(2);
  expect(one.listener.sandbox.requests).toEqual([]);
});

test('import: a second Ctrl+C gives up on the answer, and says so', async () => {
  await using one = await machine('name,email\nAda,ada@example.com\n');
  one.listener.sandbox.useScenario('slow');
  const { stdout, code } = await one.runDuring(
    async (child) => {
      const creates = () => one.listener.sandbox.requests.filter(({ path }) => path === '/v1/customers');
      await expect.poll(() => creates().length, { timeout: 10_000 }).toBe(1);
      // The first lets the row finish, which takes longer than this test; signals that come at once may count as one.
      await expect
        .poll(() => child.kill('SIGINT') && child.exitCode === null, { timeout: 10_000 })
        .toBe(false);
    },
    ...[one.file, '--yes', '--json', '--rate', '119'],
  );
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'cancelled', totals: { unknown: 1, pending: 0 } });
  expect(code).toBe(130);
});

test('import: a run that is killed goes on where it was, and nothing is sent twice', async () => {
  const rows = Array.from({ length: 8 }, (_, n) => `Ada ${n},ada${n}@example.com,u-${n}`);
  await using one = await machine(`name,email,user id\n${rows.join('\n')}\n`);
  expect((await one.killAfter(3, one.file, '--yes', '--rate', '119')).signal).toBe('SIGKILL');
  const { stdout, code } = await one.run(one.file, '--yes', '--json', '--rate', '119');
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'completed', totals: { rows: 8, created: 8 } });
  expect(code).toBe(0);
  expect(one.listener.sandbox.customers).toHaveLength(8);
});

test('import in a terminal: the columns are a table to change, the plan is a question, and Y sends', async () => {
  await using one = await machine(
    'name;email;phone;mobile;plan\nAda;ada@example.com;1;2;pro\nBob;no address;;;\n',
  );
  await using terminal = new PtyProgram({
    arguments: ['import', one.file],
    environment: one.environment,
    columns: 100,
    rows: 40,
  });
  await terminal.waitForText('❯ ! phone');
  await terminal.type('\r', 'Which column is Phone?');
  await terminal.type('\u001b[B', '❯ mobile');
  await terminal.type('\r', '❯ ! plan');
  await terminal.type('\r', '❯ Custom data "plan"');
  await terminal.type('\r', '❯ Check the rows');
  await terminal.type('\r', 'Y send');
  expect(terminal.screen.text()).toContain('❯ Do not send');
  expect(terminal.screen.text()).toContain('plan    → Custom data "plan"');
  expect(one.listener.sandbox.requests).toEqual([]);
  await terminal.type('\u001b[B', '❯ Create 1 customer');
  await terminal.type('\u001b[B', '❯ Show the problems, 1 kind');
  await terminal.type('\r', 'Not a valid email address');
  await terminal.type('\u001b', '❯ Show the problems');
  await terminal.waitForText('Y send');
  await terminal.type('y', 'Failed   1');
  expect(await terminal.exit).toMatchObject({ exitCode: 1 });
  expect(one.listener.sandbox.customers).toMatchObject([
    { name: 'Ada', phone: '2', customData: { plan: 'pro' } },
  ]);
});

test('import in a terminal: Enter alone, Esc, N, and Ctrl+C send nothing', async () => {
  await using one = await machine(table);
  for (const answer of ['\r', '\u001b', 'n', '\u0003']) {
    await using terminal = new PtyProgram({ arguments: ['import', one.file], environment: one.environment });
    await terminal.waitForText('❯ Check the rows');
    await terminal.type('\r', 'Y send');
    await terminal.type(answer, 'Nothing was sent.');
    expect(await terminal.exit).toMatchObject({ exitCode: 130 });
  }
  expect(one.listener.sandbox.requests).toEqual([]);
});

test('import in a terminal: a key that is held down from the columns on sends nothing', async () => {
  await using one = await machine(table);
  await using terminal = new PtyProgram({ arguments: ['import', one.file], environment: one.environment });
  await terminal.waitForText('❯ Check the rows');
  for (let presses = 0; presses < 10; presses += 1) terminal.write('\r');
  await terminal.waitForText('Y send');
  expect(terminal.screen.text()).toContain('❯ Do not send');
  expect(one.listener.sandbox.requests).toEqual([]);
  terminal.write('\u0003');
  await terminal.exit;
});
