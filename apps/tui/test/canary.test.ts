import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import type { Ran } from '@helpcrunch-customer-kit/testing/run-program';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { PtyProgram } from './pty-program.ts';
import { type RunOptions, runProgram } from './run-program.ts';

/** A key with everything in it that is written otherwise in one form or another. */
const key = 'canary+key/that="nobody\\may&see%20==';

/** How a text may hold it. */
const forms = [
  key,
  key.slice(6, 30),
  JSON.stringify(key).slice(1, -1),
  encodeURIComponent(key),
  Buffer.from(key).toString('base64'),
];

function expectNoKey(text: string, where: string): void {
  for (const form of forms) expect(text.includes(form), `${where} has ${form}`).toBe(false);
}

/** Every file below a folder, its name and what is in it. */
function everythingBelow(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), 'utf8')}`)
    .join('\n');
}

async function expectClean(argv: readonly string[], options: RunOptions): Promise<Ran> {
  await using home = await makeFolder();
  const ran = await runProgram(argv, {
    ...options,
    environment: { XDG_STATE_HOME: home.path, ...options.environment },
  });
  expectNoKey(ran.stdout, 'standard output');
  expectNoKey(ran.stderr, 'standard error');
  expectNoKey(everythingBelow(home.path), 'a file');
  return ran;
}

const customer = ['--name', 'Ada', '--email', 'ada@example.com'];

test.each([
  ['login, piped', ['login'], `Authorization: Bearer <${key}>\n`],
  ['login, not verified', ['login', '--no-verify'], key],
  ['login, not a key', ['login'], `two ${key}`],
  ['login, as a word', ['login', key], ''],
  ['logout', ['logout'], ''],
  ['status', ['status'], ''],
  ['completion', ['completion', 'bash'], ''],
  ['--forget', ['--forget'], ''],
  ['--help', ['--help'], ''],
  ['no such option', [`--${key}`], ''],
  ['no such word', [key], ''],
  ['a file of that name', ['--from', key, '--json'], ''],
  ['a value in front of an option', ['--name', `-${key}`], ''],
  ['a dry run', [...customer, '--notes', key, '--dry-run'], ''],
  ['a dry run, as JSON', [...customer, '--custom-data', `${key}=${key}`, '--dry-run', '--json'], ''],
  ['no consent', [...customer, '--notes', key], ''],
  ['an error in the field that holds it', ['--email', key, '--yes', '--json'], ''],
  ['a customer from a pipe', ['--from', '-', '--yes'], JSON.stringify({ name: key, [key]: key })],
  ['no JSON', ['--from', '-', '--json'], `{ "name": ${key}`],
  ['a create', [...customer, '--notes', key, '--yes'], ''],
  ['a create, as JSON', [...customer, '--notes', key, '--yes', '--json'], ''],
  ['line by line', ['--accessible', '--sandbox'], `${key}\n${key}\n`],
] as const)('the key is nowhere after %s', async (_name, argv, stdin) => {
  await using api = await listen(createSandbox());
  await expectClean(argv, {
    stdin,
    environment: { HELPCRUNCH_API_KEY: key, HELPCRUNCH_BASE_URL: api.baseUrl },
  });
});

test('a key that is asked for line by line, used and refused is nowhere', async () => {
  await using api = await listen(createSandbox({ scenario: 'bad-key' }));
  const stdin = `2\n${key}\n14\n1\n1\n${key}\n`;
  const { stderr } = await expectClean(['--accessible', '--name', 'Ada'], {
    stdin,
    environment: { HELPCRUNCH_BASE_URL: api.baseUrl },
  });
  expect(stderr).toContain('did not accept the API key');
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
  expectNoKey(everythingBelow(home.path), 'the draft');
});

test.runIf(process.platform === 'linux')(
  'what asks the keychain has the key neither on its command line nor in its environment',
  async () => {
    await using home = await makeFolder();
    const bus = join(home.path, 'bus');
    const server = createServer((socket) => socket.on('error', () => {}).resume()).listen(bus);
    await once(server, 'listening');
    let seen: string[] = [];
    await expectClean(['login'], {
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
    expectNoKey(seen.join('\n'), 'the child');
  },
);

function descendants(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
