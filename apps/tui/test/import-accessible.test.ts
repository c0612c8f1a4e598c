import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importMachine } from './import-machine.ts';
import { answer, startLines } from './line-mode.ts';
import { onlyObject, runProgram } from './run-program.ts';

const table =
  'name;email;phone;mobile;since;plan\nAda;ada@example.com;1;2;03/04/2023;pro\nBob;no address;;;04/05/2023;\n';

/** What no terminal takes for anything but text and ends of lines. */
const onlyText = /^[\P{Cc}\r\n]*$/u;

/** Every column that is open, a look at the problems, and consent. */
const conversation = [
  ['Number, or Enter for 3:', ''],
  ['Number, or Enter for 1:', '2'],
  ['Number, or Enter for 5:', '9'],
  ['Number, or Enter for 5:', ''],
  ['Number, or Enter for 1:', '8'],
  ['Number, or Enter for 5:', ''],
  ['Number, or Enter for 1:', '1'],
  ['Number, or Enter for 6:', ''],
  ['Number, or Enter for 1:', ''],
  ['Number, or Enter for 7:', ''],
  ['Number, or Enter for 1:', '3'],
  ['Number, or Enter for 1:', '<'],
  ['Number, or Enter for 3:', '2'],
] as const;

/** The transcript without what differs from one machine to the next. */
function plain(text: string, folder: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(folder, 'FOLDER')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/\(\d+ s\)/g, '(1 s)');
}

test('import line by line in a terminal is plain lines, and stays as it is', async () => {
  await using one = await importMachine(table);
  await using program = startLines(['import', one.file], one.environment);
  await answer(program, ...conversation);
  expect(await program.exit).toMatchObject({ exitCode: 1 });
  expect(program.output).toMatch(onlyText);
  await expect(plain(program.output, one.folder)).toMatchFileSnapshot(
    'golden/accessible-import-terminal.txt',
  );
  expect(one.sandbox.customers).toMatchObject([{ name: 'Ada', phone: '2', customData: { plan: 'pro' } }]);
});

test('the same through a pipe is the same lines, without the answers', async () => {
  await using one = await importMachine(table);
  const stdin = conversation.map(([, text]) => `${text}\n`).join('');
  const { stdout, stderr, code } = await runProgram(['import', one.file, '--accessible'], {
    stdin,
    environment: one.environment,
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(onlyText);
  await expect(plain(`${stderr}\n---\n${stdout}`, one.folder)).toMatchFileSnapshot(
    'golden/accessible-import-pipe.txt',
  );
});

test('import line by line: the end of the input sends nothing', async () => {
  await using one = await importMachine(table);
  const { stderr, stdout, code } = await runProgram(['import', one.file, '--accessible'], {
    stdin: '',
    environment: one.environment,
  });
  expect({ code, said: `${stderr}${stdout}`.includes('Nothing was sent.') }).toEqual({
    code: 130,
    said: true,
  });
  expect(one.sandbox.requests).toEqual([]);
});

test('import line by line: to stop at the columns is asked once something was chosen for them', async () => {
  await using one = await importMachine(table);
  const run = async (stdin: string) => {
    const { stderr, stdout } = await runProgram(['import', one.file, '--accessible'], {
      stdin,
      environment: one.environment,
    });
    return `${stderr}${stdout}`;
  };
  const untouched = await run('<\n');
  expect(untouched).toContain('Nothing was sent.');
  expect(untouched).not.toContain('Stop the import?');
  const changed = await run('\n2\n<\n\n<\n2\n');
  expect(changed.split('Stop the import?')).toHaveLength(3);
  expect(changed.split('Columns of customers.csv')).toHaveLength(4);
  expect(changed).toContain('Nothing was sent.');
});

test('import line by line: what was decided about the columns is saved, although nothing is sent', async () => {
  await using one = await importMachine(table);
  const toThePlan = conversation.slice(0, 10).map(([, text]) => `${text}\n`);
  const { stderr, code } = await runProgram(['import', one.file, '--accessible'], {
    stdin: `${toThePlan.join('')}1\n`,
    environment: one.environment,
  });
  expect(code).toBe(130);
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^→ To import later, run: /);
  expect(JSON.parse(await one.read('customers.mapping.json'))).toMatchObject({
    columns: { phone: 'ignore', mobile: 'phone', plan: 'customData.plan' },
  });
  expect(one.sandbox.customers).toEqual([]);
});

test('import: rows of the unfinished run of another file go on with it, or in a run of their own', async () => {
  const rows = Array.from({ length: 6 }, (_, index) => `Person ${index},${index}@example.com\n`);
  await using one = await importMachine(`name,email\n${rows.slice(0, 4).join('')}`);
  await one.json(one.file, '--yes', '--limit', '3', '--rate', '119');
  await one.write(`name,email\n${rows.slice(2).join('')}`, 'other.csv');
  const other = join(one.folder, 'other.csv');
  const asked = await one.run(other);
  const note =
    /Continues run \S+ of customers\.csv, which sent 1 of these rows\. Rows that only customers\.csv has stay unsent\./;
  expect(asked.stdout).toMatch(note);
  expect(asked.stderr.trimEnd().split('\n').slice(-2)).toEqual([
    expect.stringMatching(/^→ Nothing was sent\. To send, run: .* --yes$/),
    expect.stringMatching(/^→ To send as another run, run: .* --yes --new-run$/),
  ]);

  // The columns, a run of its own, and consent.
  const { stderr } = await runProgram(['import', other, '--accessible', '--rate', '119'], {
    stdin: '\n3\n2\n',
    environment: one.environment,
  });
  expect(stderr).toMatch(note);
  expect(stderr).toContain('3. Plan a new run, and leave that of customers.csv unfinished');
  expect(stderr.split('Continues run')).toHaveLength(2);
  const { runs } = onlyObject((await one.run('list', '--json')).stdout);
  expect(runs).toMatchObject([
    { input: other, outcome: 'completed', totals: { created: 4 } },
    { input: one.file, outcome: 'paused', totals: { created: 3, pending: 1 } },
  ]);
  expect(one.sandbox.customers).toHaveLength(6);
});

test('import: an ID of another system is a question, with the user ID as the second answer', async () => {
  await using one = await importMachine('Record ID,email\n151,ada@example.com\n');
  const { stderr } = await runProgram(['import', one.file, '--accessible'], {
    stdin: '1\n',
    environment: one.environment,
  });
  expect(stderr).toContain('If your site or app knows customers by this ID, it is the User ID');
  expect(stderr).toContain('1. Custom data "Record ID"\n2. User ID\n3. Leave it out\n4. Name\n');
});
