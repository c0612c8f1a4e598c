import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { expect, test } from 'vitest';
import { behindFront, creates, isCreate } from './front.ts';
import { liveKey, liveMachine } from './live-machine.ts';
import { makeFolder } from './program.ts';
import { PtyProgram } from './pty-program.ts';
import { onlyObject, runProgram, schemaErrors } from './run-program.ts';

const ada = ['--name', 'Ada', '--email', 'ada@example.com'];

test('--quiet prints the ID of the created customer and nothing else', async () => {
  expect(await runProgram([...ada, '--sandbox', '--yes', '--quiet'])).toMatchObject({
    stdout: '1\n',
    stderr: '',
    code: 0,
  });
});

test('--quiet prints nothing to standard output when nothing was created, and says why', async () => {
  const { stdout, stderr, code } = await runProgram([...ada, '--sandbox', '-q']);
  expect([stdout, code]).toEqual(['', 2]);
  expect(stderr).toContain('→ To send it, run: ');
});

test('--wait waits out a rate limit, and creates the customer once', async () => {
  let refusals = 0;
  const listener = await behindFront(async (request, pass) => {
    if (!isCreate(request) || refusals > 0) return pass();
    refusals += 1;
    return Response.json({ errors: [] }, { status: 429, headers: { 'retry-after': '1' } });
  });
  await using machine = await liveMachine({}, listener);
  const { stdout, stderr, code } = await machine.run([...ada, '--yes', '--wait', '--json']);
  expect([code, onlyObject(stdout)]).toMatchObject([0, { outcome: 'created' }]);
  expect(stderr).toBe('Rate limited. Nothing created yet. Retrying in 1 s (attempt 1 of 5).\n');
  expect(machine.listener.sandbox.customers).toHaveLength(1);
});

test('without --wait a rate limit ends the run, and says when to retry', async () => {
  await using machine = await liveMachine({ scenario: 'rate-limited-retry-after' });
  const { result, code } = await machine.create(ada);
  expect([code, result]).toMatchObject([75, { outcome: 'rate-limited', retryAfterSeconds: 2 }]);
});

test('--timeout ends the wait for an answer, and the outcome is unknown', async () => {
  await using machine = await liveMachine({ scenario: 'created-then-timeout' });
  const { result, code } = await machine.create(['--name', 'Ada', '--timeout', '1']);
  expect([code, result]).toMatchObject([3, { outcome: 'unknown' }]);
});

test('--verbose prints every request and its status to standard error, without the key', async () => {
  await using machine = await liveMachine();
  const { baseUrl } = machine.listener;
  const { stdout, stderr } = await machine.run([...ada, '--yes', '--json', '--verbose']);
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'created' });
  expect(stderr.replaceAll(/\d+ ms/gu, 'N ms').split('\n')).toEqual([
    `> POST ${baseUrl}/customers/search`,
    `< 200 POST ${baseUrl}/customers/search (N ms)`,
    `> POST ${baseUrl}/customers`,
    `< 201 POST ${baseUrl}/customers (N ms)`,
    '',
  ]);
  expect(stderr).not.toContain(liveKey.slice(0, 16));
});

test('--sandbox=URL sends to a running sandbox, and never sends it the live key', async () => {
  const keys = new Set<string | null>();
  await using listener = await behindFront((request, pass) => {
    if (new URL(request.url).pathname !== '/') keys.add(request.headers.get('authorization'));
    return pass();
  });
  const environment = { HELPCRUNCH_API_KEY: liveKey };
  const argv = [...ada, '--yes', '--json', `--sandbox=${listener.baseUrl}`];
  const { stdout, code } = await runProgram(argv, { environment });
  expect([code, onlyObject(stdout)]).toMatchObject([0, { outcome: 'created', account: 'sandbox' }]);
  expect(listener.sandbox.customers).toHaveLength(1);
  expect([...keys]).toEqual(['Bearer sandbox']);
});

test('--sandbox=URL: what was sent there is remembered, and a fresh sandbox at the same address remembers nothing', async () => {
  await using machine = await liveMachine();
  const first = await listen(createSandbox());
  const argv = [...ada, `--sandbox=${first.baseUrl}`];
  expect((await machine.create(argv)).result).toMatchObject({ outcome: 'created', account: 'sandbox' });
  expect((await machine.create(argv)).result).toMatchObject({ outcome: 'needs-confirmation' });
  await first.close();
  await using second = await listen(createSandbox(), { port: first.port });
  expect((await machine.create(argv)).result).toMatchObject({ outcome: 'created' });
  expect(creates(second)).toBe(1);
});

test('--sandbox=URL never goes through a proxy', async () => {
  await using listener = await listen(createSandbox());
  const environment = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: 'http://127.0.0.1:1' };
  const argv = [...ada, '--yes', '--json', `--sandbox=${listener.baseUrl}`];
  expect((await runProgram(argv, { environment })).code).toBe(0);
  expect(creates(listener)).toBe(1);
});

test('--sandbox=URL is for this machine alone', async () => {
  const { stdout, code } = await runProgram([...ada, '--json', '--sandbox=https://api.helpcrunch.com/v1']);
  expect([code, onlyObject(stdout)]).toMatchObject([
    2,
    { outcome: 'invalid', account: 'sandbox', issues: [{ code: 'bad-usage' }] },
  ]);
});

test.each([['--verbose'], ['--timeout=5'], ['--idempotency-key=a']])(
  '%s is refused where the wizard asks',
  async (flag) => {
    await using wizard = new PtyProgram({ arguments: [flag] });
    expect((await wizard.exit).exitCode).toBe(2);
    expect(wizard.output).toContain('is for a run without questions. Add --yes and the customer.');
  },
);

test('CI=true never asks, not even in a terminal', async () => {
  await using program = new PtyProgram({ environment: { CI: 'true' } });
  expect((await program.exit).exitCode).toBe(2);
  expect(program.output).toContain('No customer given');
});

test('drafts: lists what the wizard saved, and forgets it', async () => {
  await using home = await makeFolder();
  const folder = join(home.path, 'drafts');
  await mkdir(folder);
  const draft = {
    version: 1,
    savedAt: 1,
    account: 'live',
    furthest: 1,
    outcome: 'unknown',
    draft: { name: 'Ada' },
  };
  await writeFile(join(folder, '1-1.json'), JSON.stringify(draft));
  const environment = { HELPCRUNCH_STATE_DIR: home.path };
  const command = (...argv: readonly string[]) => runProgram(['drafts', ...argv], { environment });
  const { stdout, stderr, code } = await command();
  expect(stdout).toMatch(/^Customer +When +Account\n"Ada" +[\d,]+ days ago +live +may exist\n$/u);
  expect([stderr, code]).toEqual([
    '→ To continue with the newest one, run: helpcrunch-customer --resume\n',
    0,
  ]);
  const listed = onlyObject((await command('list', '--json')).stdout);
  expect(listed).toMatchObject({
    command: 'drafts',
    outcome: 'listed',
    drafts: [
      { savedAt: '1970-01-01T00:00:00.001Z', account: 'live', mayExist: true, customer: { name: 'Ada' } },
    ],
  });
  const forgotten = onlyObject((await command('forget', '--json')).stdout);
  expect(forgotten).toMatchObject({ outcome: 'forgotten', count: 1 });
  expect([...(await schemaErrors(listed)), ...(await schemaErrors(forgotten))]).toEqual([]);
  expect((await command()).stdout).toBe('There are no drafts.\n');
});
