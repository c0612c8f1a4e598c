import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { liveMachine } from './live-machine.ts';
import { environmentOf, makeFolder, program } from './program.ts';
import { onlyObject, runProgram, schemaErrors } from './run-program.ts';

/** No key is saved for it. */
const nowhere = { HELPCRUNCH_BASE_URL: 'https://nowhere.invalid/v1' };

const leftAlone = 'The keychain is not used: HELPCRUNCH_NO_KEYCHAIN is set.';

test('status without a keychain says so and goes on', async () => {
  const { stdout, stderr, code } = await runProgram(['status'], { environment: nowhere });
  expect(stdout).toBe('Account: HelpCrunch at nowhere.invalid\n');
  expect(stderr.split('\n')).toEqual([
    leftAlone,
    'The API key is missing.',
    '→ Set HELPCRUNCH_API_KEY, or save a key with the login command.',
    '',
  ]);
  expect(code).toBe(4);
});

test('status checks the key with one search, and never shows it', async () => {
  await using machine = await liveMachine();
  const { host } = new URL(machine.listener.baseUrl);
  const { stdout, stderr, code } = await machine.run(['status']);
  expect(stdout).toBe(`Account: HelpCrunch at ${host}\nKey: from HELPCRUNCH_API_KEY, accepted\n`);
  expect([stderr, code]).toEqual(['', 0]);
  expect(machine.listener.sandbox.requests.map(({ path }) => path)).toEqual(['/v1/customers/search']);
});

test('status --json is one object', async () => {
  await using machine = await liveMachine();
  const { stdout, code } = await machine.run(['status', '--json']);
  expect(await schemaErrors(onlyObject(stdout))).toEqual([]);
  expect([onlyObject(stdout), code]).toEqual([
    {
      schemaVersion: 1,
      command: 'status',
      outcome: 'done',
      retryable: false,
      host: new URL(machine.listener.baseUrl).host,
      keySource: 'environment',
      keyAccepted: 'yes',
      issues: [],
      next: [],
    },
    0,
  ]);
});

test('status --verbose prints the request and its status, without the key', async () => {
  await using machine = await liveMachine();
  const { stderr } = await machine.run(['status', '--verbose']);
  const { baseUrl } = machine.listener;
  expect(stderr.replaceAll(/\(\d+ ms\)/gu, '(N ms)')).toBe(
    `> POST ${baseUrl}/customers/search\n< 200 POST ${baseUrl}/customers/search (N ms)\n`,
  );
});

test('status: a key that HelpCrunch refuses ends with 4, and --json says so', async () => {
  await using machine = await liveMachine({ scenario: 'bad-key' });
  const { stdout, code } = await machine.run(['status', '--json']);
  expect([onlyObject(stdout), code]).toMatchObject([{ outcome: 'unauthorized', keyAccepted: 'no' }, 4]);
});

test.runIf(existsSync('/dev/full'))('a status that finds no room on the disk does not end well', async () => {
  await using folder = await makeFolder();
  const full = openSync('/dev/full', 'w');
  const env = environmentOf(folder.path, nowhere);
  const stdio = ['ignore', full, 'pipe'] as const;
  const ran = spawnSync(process.execPath, [program, 'status'], { encoding: 'utf8', env, stdio: [...stdio] });
  closeSync(full);
  expect(ran.stderr.split('\n').slice(-3)).toEqual([
    'The result could not be written to standard output (ENOSPC).',
    'Account: HelpCrunch at nowhere.invalid',
    '',
  ]);
  expect(ran.status).toBe(74);
});

test('a program that was copied without the keychain binary says so and goes on', async () => {
  await using folder = await makeFolder();
  await cp(dirname(program), folder.path, { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [join(folder.path, 'main.js'), 'status'], {
    encoding: 'utf8',
    env: environmentOf(folder.path, { ...nowhere, HELPCRUNCH_NO_KEYCHAIN: '' }),
  });
  expect(stderr).toContain('The part of this program that speaks to keychains is not installed here.\n');
  expect(status).toBe(4);
});

test('a run without questions and without a key names the keychain on standard error alone', async () => {
  const { stdout, stderr, code } = await runProgram(['--name', 'Ada', '--yes', '--json'], {
    environment: nowhere,
  });
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'unauthorized' });
  expect(stderr.split('\n')).toEqual([leftAlone, '']);
  expect(code).toBe(4);
});

test.each([
  [['login', 'abc'], 'Unexpected argument "abc".'],
  [['login', '--key', 'abc'], 'No option takes an API key.'],
  [['status', '--verbse'], 'Unknown option --verbse. Did you mean --verbose?'],
  [['completion'], 'Add one of: bash, zsh, fish, powershell.'],
])('%j is bad usage', async ([command = '', ...words], message) => {
  const { stdout, stderr, code } = await runProgram([command, ...words]);
  expect([stdout, code]).toEqual(['', 2]);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(
    new RegExp(`\n→ To see all options, run: helpcrunch-customer ${command} --help\n$`, 'u'),
  );
});

test('bad usage of a command has its object, too', async () => {
  const { stdout, code } = await runProgram(['status', '--jsn', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'status',
    outcome: 'invalid',
    issues: [{ code: 'bad-usage' }],
  });
  expect(code).toBe(2);
});
