import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { environmentOf, makeFolder, program } from './program.ts';
import { runProgram } from './run-program.ts';

/** Nobody has kept a key for it. */
const nowhere = { HELPCRUNCH_BASE_URL: 'https://nowhere.invalid/v1' };

const leftAlone = 'The keychain is left alone, as HELPCRUNCH_NO_KEYCHAIN says.';

test('status without a keychain says so and goes on', async () => {
  const { stdout, stderr, code } = await runProgram(['status'], { environment: nowhere });
  expect(stdout).toBe('Account: HelpCrunch at nowhere.invalid\n');
  expect(stderr.split('\n')).toEqual([
    leftAlone,
    'The API key is missing.',
    '→ Set HELPCRUNCH_API_KEY, or keep a key with the command login.',
    '',
  ]);
  expect(code).toBe(4);
});

test('status never shows the key', async () => {
  const environment = { ...nowhere, HELPCRUNCH_API_KEY: 'the-key-itself' };
  const { stdout, stderr, code } = await runProgram(['status'], { environment });
  expect(stdout).toBe('Account: HelpCrunch at nowhere.invalid\nKey: from HELPCRUNCH_API_KEY\n');
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test.runIf(existsSync('/dev/full'))('a status that finds no room on the disk does not end well', async () => {
  await using folder = await makeFolder();
  const full = openSync('/dev/full', 'w');
  const env = environmentOf(folder.path, { ...nowhere, HELPCRUNCH_API_KEY: 'the-key-itself' });
  const stdio = ['ignore', full, 'pipe'] as const;
  const ran = spawnSync(process.execPath, [program, 'status'], { encoding: 'utf8', env, stdio: [...stdio] });
  closeSync(full);
  expect(ran.stderr.split('\n')).toEqual([
    'The result could not be written to standard output (ENOSPC).',
    'Account: HelpCrunch at nowhere.invalid',
    'Key: from HELPCRUNCH_API_KEY',
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

test.each([['login', 'abc'], ['status', '--verbose'], ['completion']])(
  '%s with words it does not know is bad usage',
  async (...words) => {
    const { stdout, stderr, code } = await runProgram(words);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Write it as: /);
    expect(code).toBe(2);
  },
);

test('bad usage of a command has its object, too', async () => {
  const { stdout, code } = await runProgram(['status', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'status',
    outcome: 'invalid',
    issues: [{ code: 'bad-usage' }],
  });
  expect(code).toBe(2);
});

test('help stands behind every command', async () => {
  const { stdout, code } = await runProgram(['login', '--help']);
  expect(stdout).toContain('login [--no-verify]');
  expect(code).toBe(0);
});
