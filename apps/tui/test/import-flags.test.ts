import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importMachine } from './import-machine.ts';
import { onlyObject, runProgram, schemaErrors } from './run-program.ts';

const table = 'name,email\nAda,ada@example.com\nBob,bob@example.com\n';
const [ada, bob] = [
  { name: 'Ada', email: 'ada@example.com' },
  { name: 'Bob', email: 'bob@example.com' },
];

/** What a dry run with flags shows, for every flag that decides what is read and how. */
test.each([
  ['--column', 'name,mail box\nAda,ada@example.com\n', ['--column', 'mail box=email'], [ada]],
  ['--ignore', 'name,plan\nAda,pro\n', ['--ignore', 'plan'], [{ name: 'Ada' }]],
  ['--unmapped ignore', 'name,plan\nAda,pro\n', ['--unmapped', 'ignore'], [{ name: 'Ada' }]],
  [
    '--unmapped custom',
    'name,plan\nAda,pro\n',
    ['--unmapped', 'custom'],
    [{ name: 'Ada', customData: [{ property: 'plan', value: 'pro' }] }],
  ],
  [
    '--date-format dmy',
    'name,first seen\nAda,03/04/2023\n',
    ['--date-format', 'dmy'],
    [{ name: 'Ada', firstSeen: String(Date.UTC(2023, 3, 3) / 1000) }],
  ],
  [
    '--date-format HEADER=mdy',
    'name,first seen\nAda,03/04/2023\n',
    ['--date-format', 'first seen=mdy'],
    [{ name: 'Ada', firstSeen: String(Date.UTC(2023, 2, 4) / 1000) }],
  ],
  [
    '--date-format none-if-zero',
    'name,first seen\nAda,0\n',
    ['--date-format', 'none-if-zero'],
    [{ name: 'Ada' }],
  ],
  ['--empty', 'name,email\nAda,N/A\n', ['--empty', 'n/a'], [{ name: 'Ada' }]],
  [
    '--tag',
    'name\nAda\n',
    ['--tag', 'spring', '--tag', 'b2b'],
    [{ name: 'Ada', tags: [{ name: 'spring' }, { name: 'b2b' }] }],
  ],
  ['--encoding', 'name\nAda\n', ['--encoding', 'windows-1251'], [{ name: 'Ada' }]],
  ['--delimiter', 'name~email\nAda~ada@example.com\n', ['--delimiter', '~'], [ada]],
  ['--format', '{"name":"Ada","email":"ada@example.com"}', ['--format', 'jsonl'], [ada]],
  ['--equal-rows create', 'name\nAda\nAda\n', ['--equal-rows', 'create'], [{ name: 'Ada' }, { name: 'Ada' }]],
  ['--equal-rows skip', 'name\nAda\nAda\n', ['--equal-rows', 'skip'], [{ name: 'Ada' }]],
  ['--fix', 'name,locale\nAda,English\n', ['--fix'], [{ name: 'Ada', locale: 'en' }]],
] as const)('import %s decides what is sent', async (_flag, content, flags, requests) => {
  await using one = await importMachine(content);
  const { result, code } = await one.json(one.file, '--dry-run', ...flags);
  expect(result).toMatchObject({ outcome: 'planned', totals: { toCreate: requests.length } });
  const sample = result['sample'] as readonly { readonly request: object }[];
  expect(sample.map(({ request }) => request)).toEqual(requests);
  expect(code).toBe(0);
  expect(await schemaErrors(result)).toEqual([]);
});

test('import names --empty below the problems where a cell says that it has no value', async () => {
  await using one = await importMachine('name,phone\nAda,n/a\nBob,123\n');
  const { stdout } = await one.run(one.file, '--dry-run');
  expect(stdout).toContain('The text "n/a" usually stands for a missing value.');
  expect(stdout).toContain('To read such a text as an empty cell, name it: --empty n/a');
  expect((await one.run(one.file, '--dry-run', '--empty', 'n/a')).stdout).not.toContain('--empty n/a, for');
});

test('import --defaults and --map read files, and name what is wrong with them', async () => {
  await using one = await importMachine('name,x\nAda,ada@example.com\n');
  await one.write('{"company":"Acme","tags":[{"name":"a"}]}', 'defaults.json');
  await one.write('{"columns":{"x":"email"}}', 'map.json');
  const files = ['--defaults', join(one.folder, 'defaults.json'), '--map', join(one.folder, 'map.json')];
  const { result } = await one.json(one.file, '--dry-run', '--tag', 'b', ...files);
  expect(result).toMatchObject({
    mapping: { x: 'email' },
    sample: [{ request: { ...ada, company: 'Acme', tags: [{ name: 'b' }] } }],
  });
  await one.write('{"columns":{"x":"mail"}}', 'map.json');
  const wrong = await one.run(one.file, '--dry-run', ...files);
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.stderr).toContain('map.json: "mail" is not a field that column "x" can go to.');
});

test('import --check-existing searches for who exists, in a dry run only', async () => {
  await using one = await importMachine(table, { customers: [{ email: 'bob@example.com' }] });
  expect((await one.run(one.file, '--check-existing', '--yes')).code).toBe(2);
  const { result } = await one.json(one.file, '--dry-run', '--check-existing');
  expect(result).toMatchObject({
    outcome: 'planned',
    totals: { rows: 2, toCreate: 1, skipped: 1, created: 0 },
    problems: [{ code: 'exists-by-email', line: 3, column: 'email' }],
    sample: [{ request: ada }],
  });
  expect(one.sandbox.requests.map(({ path }) => path)).toEqual(['/v1/customers/search']);
  one.sandbox.useScenario('bad-key');
  const refused = await one.json(one.file, '--dry-run', '--check-existing');
  expect(refused).toMatchObject({ result: { outcome: 'unauthorized' }, code: 4 });
});

test('import saves the mapping, uses it the next time, and changes it with a flag', async () => {
  await using one = await importMachine('name,plan\nAda,pro\n');
  await one.run(one.file, '--yes', '--column', 'plan=customData.plan', '--rate', '119');
  const saved = JSON.parse(await one.read('customers.mapping.json'));
  expect(saved).toEqual({
    $schema: './helpcrunch-mapping.schema.json',
    version: 1,
    columns: { name: 'name', plan: 'customData.plan' },
  });
  expect(JSON.parse(await one.read('helpcrunch-mapping.schema.json'))).toMatchObject({ type: 'object' });
  const next = await one.run(one.file, '--dry-run');
  expect(next.stdout).toContain('Columns, as customers.mapping.json says');
  await one.write('name,plan\nAda,pro\nBob,free\n');
  await one.run(one.file, '--yes', '--ignore', 'plan', '--rate', '119');
  expect(JSON.parse(await one.read('customers.mapping.json'))).toMatchObject({ columns: { plan: 'ignore' } });
  expect(one.sandbox.customers).toHaveLength(2);
});

test('import --existing create creates a customer whose email is used', async () => {
  await using one = await importMachine(table, { customers: [{ email: 'bob@example.com' }] });
  const skipped = await one.json(one.file, '--yes', '--rate', '119');
  expect(skipped.result).toMatchObject({ totals: { created: 1, skipped: 1 } });
  expect(await one.read('customers.skipped.csv')).toBe(
    'name,email,helpcrunch_id,helpcrunch_reason\nBob,bob@example.com,1,A customer with this email exists already.\n',
  );
  const created = await one.json(one.file, '--yes', '--existing', 'create', '--rate', '119');
  expect(created.result).toMatchObject({ totals: { created: 2, skipped: 0 } });
  expect(one.sandbox.customers.filter(({ email }) => email === bob.email)).toHaveLength(2);
});

test('import --progress json prints one event for each row, and --out puts the results elsewhere', async () => {
  await using one = await importMachine(table);
  const out = join(one.folder, 'results', 'today');
  const { stdout, stderr } = await one.run(
    one.file,
    '--yes',
    '--json',
    '--progress',
    'json',
    '--out',
    out,
    '--rate',
    '119',
  );
  const events = stderr
    .trimEnd()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  expect(
    events.map(({ event, line, state }) => ({ event, line, state })).toSorted((a, b) => a.line - b.line),
  ).toEqual([
    { event: 'row', line: 2, state: 'created' },
    { event: 'row', line: 3, state: 'created' },
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ files: { created: join(out, 'customers.created.csv') } });
});

test('import --run, --new-run: a run is named, and contradictions are refused', async () => {
  await using one = await importMachine(table);
  const { result } = await one.json(one.file, '--yes', '--limit', '1', '--rate', '119');
  const run = String(result['run']);
  const plan = await one.run(one.file);
  expect(plan.stdout).toContain(`Continues run ${run}`);
  expect((await one.run(one.file, '--run', run, '--new-run')).code).toBe(2);
  expect((await one.run(one.file, '--run', 'none')).stderr).toContain('Run not found: none.');
  const fresh = await one.json(one.file, '--new-run', '--yes', '--rate', '119');
  expect(fresh.result).toMatchObject({ totals: { created: 2 } });
  expect(fresh.result['run']).not.toBe(run);
  expect(one.sandbox.customers).toHaveLength(2);
});

test('import --new-run: the command that continues goes on with that run, and starts no other', async () => {
  await using one = await importMachine('name\nAda\nBob\nEve\n');
  await one.json(one.file, '--yes', '--limit', '1', '--rate', '119');
  const { result } = await one.json(one.file, '--new-run', '--yes', '--limit=1', '--rate', '119');
  const [next = ''] = result['next'] as string[];
  expect(next).toMatch(/^To continue, run: .* --yes --limit=1 --rate=119/);
  expect(next).not.toContain('--new-run');
  const after = await one.json(one.file, '--yes', '--rate', '119');
  expect(after.result).toMatchObject({ run: result['run'], totals: { created: 3 } });
});

test('import --take-over goes on although another machine holds the lock of the account', async () => {
  await using one = await importMachine(table);
  await one.json(one.file, '--yes', '--limit', '1', '--rate', '119');
  const imports = join(one.state, 'imports');
  const [account = ''] = await readdir(imports);
  const holder = { token: 'someone', pid: 1, start: '1', host: 'another machine' };
  await writeFile(join(imports, account, 'lock'), JSON.stringify(holder));
  const locked = await one.json(one.file, '--yes', '--rate', '119');
  expect(locked).toMatchObject({
    result: {
      outcome: 'paused',
      issues: [{ code: 'locked' }],
      next: [expect.stringMatching(/^To try again, run: .* --rate=119/)],
    },
    code: 75,
  });
  expect(one.sandbox.customers).toHaveLength(1);
  const taken = await one.json(one.file, '--yes', '--rate', '119', '--take-over');
  expect(taken).toMatchObject({ result: { outcome: 'completed', totals: { created: 2 } }, code: 0 });
});

test('import: a row that was edited while unknown pauses it, and names the commands that go on', async () => {
  await using one = await importMachine('name,email\nAda,ada@example.com\n');
  one.sandbox.useScenario('server-error');
  const unknown = await one.json(one.file, '--yes', '--rate', '119');
  expect(unknown).toMatchObject({ result: { totals: { unknown: 1 } }, code: 3 });
  one.sandbox.useScenario(undefined);
  await one.write('name,email\nAda L,ada@example.com\n');
  const { code, stderr } = await one.run(one.file, '--yes', '--rate', '119');
  expect(code).toBe(75);
  const command = (start: string) =>
    new RegExp(`^→ ${start}, run: helpcrunch-customer (.*)$`, 'm').exec(stderr)?.[1];
  expect(command('To look for the customer')).toMatch(/^history check \w+$/);
  const forget = command('To import without knowing what became of it') ?? '';
  expect(forget).toMatch(/^history forget \w+$/);
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^→ To continue, run: .* --yes/);
  await one.command(forget.split(' '));
  const after = await one.json(one.file, '--yes', '--rate', '119');
  expect(after).toMatchObject({ result: { outcome: 'completed', totals: { created: 1 } }, code: 0 });
  expect(one.sandbox.customers).toMatchObject([{ name: 'Ada L' }]);
});

test('import: two Ctrl+C while it starts send nothing, and the command that goes on comes last', async () => {
  await using one = await importMachine('name,email\nAda,ada@example.com\n');
  // Before the import is loaded, and again while it is.
  const interrupts = `
    import { registerHooks } from 'node:module';
    const interrupt = () => process.kill(process.pid, 'SIGINT');
    registerHooks({
      load(url, context, next) {
        if (/\\/import-[^/]+\\.js$/.test(url)) {
          interrupt();
          setImmediate(interrupt);
        }
        return next(url, context);
      },
    });`;
  const { stderr, code } = await runProgram(['import', one.file, '--yes'], {
    environment: {
      ...one.environment,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(interrupts)}`,
    },
  });
  expect(code).toBe(130);
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
    /^→ To import later, run: .* import .*customers\.csv --yes$/,
  );
  expect(one.sandbox.requests).toEqual([]);
});

test('import: a run that goes on is unfinished until it ends', async () => {
  await using one = await importMachine(table);
  await one.json(one.file, '--yes', '--limit', '1', '--rate', '119');
  expect(onlyObject((await one.run('list', '--json')).stdout)).toMatchObject({
    runs: [{ outcome: 'paused' }],
  });
  one.sandbox.useScenario('slow');
  await one.killWhen(() => one.sandbox.customers.length === 2, one.file, '--yes', '--rate', '119');
  expect((await one.run('list')).stdout).toContain('unfinished');
});

test('import: rows that failed are fixed, and imported with the mapping of their own file', async () => {
  await using one = await importMachine(
    'Full name,Mail,Plan\nAda,ada.example.com,pro\nBob,bob@example.com,free\n',
  );
  const flags = [
    '--rate',
    '119',
    '--yes',
    '--skip-invalid',
    '--column',
    'Mail=email',
    '--unmapped',
    'custom',
  ];
  const { stderr } = await one.run(one.file, ...flags);
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
    /^→ Fix the rows of customers\.failed\.csv, then run: \S+ import \S*customers\.failed\.csv --rate=119 --yes/,
  );
  const failed = await one.read('customers.failed.csv');
  await one.write(failed.replace('ada.example.com', 'ada@example.com'), 'customers.failed.csv');
  const { result } = await one.json(join(one.folder, 'customers.failed.csv'), '--yes', '--rate', '119');
  expect(result).toMatchObject({ outcome: 'completed', totals: { created: 1 } });
  expect(one.sandbox.customers).toMatchObject([
    { name: 'Bob' },
    { name: 'Ada', email: 'ada@example.com', customData: { Plan: 'pro' } },
  ]);
});

test('import --dry-run: the command that sends comes last', async () => {
  await using one = await importMachine(table);
  const { stderr } = await one.run(one.file, '--dry-run', '--check-existing', '--rate', '119');
  expect(stderr).toMatch(/^→ To import, run: \S+ import \S*customers\.csv --rate=119$/m);
});
