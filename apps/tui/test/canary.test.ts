import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { filesBelow, findKey, makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import type { Ran } from '@helpcrunch-customer-kit/testing/run-program';
import { describe, expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { PtyProgram } from './pty-program.ts';
import { type RunOptions, runProgram } from './run-program.ts';

/** A key as HelpCrunch's, one with everything in it that is written otherwise in one form or another, and a short one. */
const keys = {
  'a key': makeApiKey(21),
  'an awkward key': 'canary+key/that="always\\be&hid%20==',
  'a short key': 'k8Zq41Lx',
};
const key = keys['an awkward key'];

function expectNoKey(secret: string, text: string, where: string): void {
  expect(findKey(secret, text), where).toBeUndefined();
}

async function expectClean(secret: string, argv: readonly string[], options: RunOptions): Promise<Ran> {
  await using home = await makeFolder();
  const ran = await runProgram(argv, {
    ...options,
    environment: { XDG_STATE_HOME: home.path, ...options.environment },
  });
  expectNoKey(secret, ran.stdout, 'standard output');
  expectNoKey(secret, ran.stderr, 'standard error');
  expectNoKey(secret, filesBelow(home.path), 'a file');
  return ran;
}

const customer = ['--name', 'Ada', '--email', 'ada@example.com'];

const runs = (secret: string) =>
  [
    ['login, piped', ['login'], `Authorization: Bearer <${secret}>\n`],
    ['login, not verified', ['login', '--no-verify'], secret],
    ['login, not a key', ['login'], `two ${secret}`],
    ['login, as a word', ['login', secret], ''],
    ['logout', ['logout'], ''],
    ['status', ['status'], ''],
    ['completion', ['completion', 'bash'], ''],
    ['--forget', ['--forget'], ''],
    ['--help', ['--help'], ''],
    ['no such option', [`--${secret}`], ''],
    ['no such word', [secret], ''],
    ['a file of that name', ['--from', secret, '--json'], ''],
    ['a value in front of an option', ['--name', `-${secret}`], ''],
    ['a dry run', [...customer, '--notes', secret, '--dry-run'], ''],
    ['a dry run, as JSON', [...customer, '--custom-data', `${secret}=${secret}`, '--dry-run', '--json'], ''],
    ['no consent', [...customer, '--notes', secret], ''],
    ['an error in the field that holds it', ['--email', secret, '--yes', '--json'], ''],
    ['a customer from a pipe', ['--from', '-', '--yes'], JSON.stringify({ name: secret, [secret]: secret })],
    ['no JSON', ['--from', '-', '--json'], `{ "name": ${secret}`],
    ['a create', [...customer, '--notes', secret, '--yes'], ''],
    ['a create, as JSON', [...customer, '--notes', secret, '--yes', '--json'], ''],
    ['line by line', ['--accessible', '--sandbox'], `${secret}\n${secret}\n`],
  ] as const;

/** Those in which the form of a key makes a difference. */
const formal: readonly string[] = [
  'login, piped',
  'no such word',
  'a dry run, as JSON',
  'no JSON',
  'a create, as JSON',
];

describe.each(Object.entries(keys))('%s', (kind, secret) => {
  const chosen = runs(secret).filter(([name]) => kind === 'a key' || formal.includes(name));
  test.each(chosen)('is nowhere after %s', async (_name, argv, stdin) => {
    await using api = await listen(createSandbox());
    await expectClean(secret, argv, {
      stdin,
      environment: { HELPCRUNCH_API_KEY: secret, HELPCRUNCH_BASE_URL: api.baseUrl },
    });
  });
});

test('a key that is asked for line by line, used and refused is nowhere', async () => {
  await using api = await listen(createSandbox({ scenario: 'bad-key' }));
  const stdin = `2\n${key}\n${key}\n`;
  const { stderr } = await expectClean(key, ['--accessible', '--name', 'Ada'], {
    stdin,
    environment: { HELPCRUNCH_BASE_URL: api.baseUrl },
  });
  expect(stderr.split('did not accept this API key')).toHaveLength(3);
});

test('a key that is pasted into a field instead of the prompt is in no draft', async () => {
  await using home = await makeFolder();
  await using wizard = new PtyProgram({
    arguments: ['--sandbox'],
    home: home.path,
    environment: { HELPCRUNCH_API_KEY: key },
  });
  await wizard.waitForText('Name (1/');
  await wizard.type(`Ada\r`, 'Email (2/');
  await wizard.type(`${key}\u0003`, 'Your draft is kept');
  await wizard.exit;
  expectNoKey(key, filesBelow(home.path), 'the draft');
});

test.runIf(process.platform === 'linux')(
  'what asks the keychain has the key neither on its command line nor in its environment',
  async () => {
    await using home = await makeFolder();
    const bus = join(home.path, 'bus');
    const server = createServer((socket) => socket.on('error', () => {}).resume()).listen(bus);
    await once(server, 'listening');
    let seen: string[] = [];
    await expectClean(key, ['login'], {
      environment: {
        HELPCRUNCH_API_KEY: key,
        HELPCRUNCH_NO_KEYCHAIN: '',
        DBUS_SESSION_BUS_ADDRESS: `unix:path=${bus}`,
      },
      async during(child) {
        await once(server, 'connection');
        seen = descendants(child.pid ?? 0).map(
          (pid) =>
            readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8'),
        );
        child.kill('SIGTERM');
      },
    });
    server.close();
    expect(seen).toHaveLength(1);
    expectNoKey(key, seen.join('\n'), 'the child');
  },
);

function descendants(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
