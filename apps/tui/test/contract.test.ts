import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { onlyObject, type RunOptions, runProgram } from './run-program.ts';

const send = ['--sandbox', '--yes', '--json'];

/** Runs with a customer on standard input. */
async function runWith(customer: string | Uint8Array, ...argv: readonly string[]) {
  const { stdout, code } = await runProgram(['--from', '-', ...argv], { stdin: customer });
  return { result: onlyObject(stdout), code };
}

async function runJson(argv: readonly string[], options: RunOptions = {}) {
  const { stdout, code } = await runProgram([...argv, '--json'], options);
  return { result: onlyObject(stdout), code };
}

test('a customer that was created, word for word', async () => {
  const { stdout, stderr, code } = await runProgram(['--from', '-', ...send], {
    stdin:
      '{ "name": "Ada Lovelace", "tags": [{ "name": "vip", "color": "red" }], "customData": { "seats": 12 } }',
  });
  const request = {
    name: 'Ada Lovelace',
    tags: [{ name: 'vip', color: 'red' }],
    customData: [{ property: 'seats', value: 12 }],
  };
  expect(JSON.parse(stdout)).toEqual({
    schemaVersion: 1,
    command: 'create',
    outcome: 'created',
    retryable: false,
    customerExists: 'yes',
    account: 'sandbox',
    customer: expect.objectContaining({ id: 1, name: 'Ada Lovelace', customData: { seats: 12 } }),
    request,
    issues: [],
    dropped: [],
    changed: [],
    ledgerId: expect.any(String),
    next: [],
  });
  expect(stdout).toMatch(/^\{"schemaVersion":1,"command":"create","outcome":"created",/u);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
});

test('a customer with a mistake, word for word', async () => {
  const { stdout, stderr, code } = await runProgram(['--from', '-', ...send], {
    stdin: '{ "name": "Ada", "email": "ada@" }',
  });
  expect(stdout).toBe(
    `${JSON.stringify({
      schemaVersion: 1,
      command: 'create',
      outcome: 'invalid',
      retryable: false,
      customerExists: 'no',
      account: 'sandbox',
      request: { name: 'Ada', email: 'ada@' },
      issues: [
        {
          code: 'invalid-email',
          path: '/email',
          severity: 'error',
          message: 'Not a valid email address: "ada@". Example: ada@example.com',
        },
      ],
      next: ['Fix the errors, then try again.'],
    })}\n`,
  );
  expect({ stderr, code }).toEqual({ stderr: '', code: 2 });
});

test('a dry run shows what would be sent, and needs neither key nor consent', async () => {
  const { result, code } = await runJson(['--name', 'Ada', '--dry-run']);
  expect(result).toMatchObject({
    outcome: 'dry-run',
    customerExists: 'no',
    account: 'live',
    request: { name: 'Ada' },
  });
  expect(code).toBe(0);
});

test.each([
  ['no JSON', 'name: Ada'],
  ['nothing at all', ''],
  ['a list', '[{ "name": "Ada" }]'],
  ['a number', '12'],
  ['a wrong field', '{ "firstSeen": "yesterday-ish" }'],
  ['nothing that can be sent', '{ "nickname": "Ada" }'],
  ['brackets without end', '['.repeat(20_000)],
])('%s is invalid: nothing was sent, exit 2', async (_name, text) => {
  const { result, code } = await runWith(text, ...send);
  expect(result).toMatchObject({ outcome: 'invalid', customerExists: 'no' });
  expect(result['issues']).not.toEqual([]);
  expect(code).toBe(2);
});

test.each([
  ['an unknown flag', ['--nickname', 'Ada']],
  ['a stray word', ['Ada']],
  ['a flag without its value', ['--from']],
  ['a value for a switch', ['--yes=no']],
  ['no customer', ['--sandbox', '--yes']],
  ['a file that is not there', ['--from', 'missing.json', '--sandbox', '--yes']],
  ['a folder', ['--from', '.', '--sandbox', '--yes']],
])('%s is bad usage: still one object, exit 2', async (_name, argv) => {
  const { result, code } = await runJson(argv);
  expect(result).toMatchObject({ outcome: 'invalid', customerExists: 'no', issues: [{ code: 'bad-usage' }] });
  expect(result['account']).toBe(argv.includes('--sandbox') ? 'sandbox' : 'live');
  expect(code).toBe(2);
});

test('bad usage knows that the sandbox was meant', async () => {
  const { result } = await runJson(['--sandbox', '--nickname', 'Ada']);
  expect(result).toMatchObject({ outcome: 'invalid', account: 'sandbox' });
});

test.each([
  ['no key', 'api-key-missing', {}],
  ['an empty key', 'api-key-missing', { HELPCRUNCH_API_KEY: ' ' }],
  [
    'a key with half a pair of brackets',
    'api-key-angle-brackets',
    { HELPCRUNCH_API_KEY: 'canary-in-brackets>' },
  ],
  ['a key with a blank', 'api-key-blank-inside', { HELPCRUNCH_API_KEY: 'canary with blanks' }],
])('%s is unauthorized, the sandbox never chosen in silence, exit 4', async (_name, issue, environment) => {
  const { stdout, code } = await runProgram(['--name', 'Ada', '--yes', '--json'], { environment });
  expect(onlyObject(stdout)).toMatchObject({
    outcome: 'unauthorized',
    customerExists: 'no',
    account: 'live',
    issues: [{ code: issue, path: '', severity: 'error', message: expect.stringContaining('API key') }],
  });
  expect(stdout).not.toContain('canary');
  expect(code).toBe(4);
});

test.each([
  ['a base URL that is none', 'base-url-not-a-url', 'nowhere'],
  ['plain http across a network', 'base-url-not-https', 'http://example.com/v1'],
])('%s: nothing was sent, exit 2', async (_name, issue, HELPCRUNCH_BASE_URL) => {
  const environment = { HELPCRUNCH_API_KEY: 'any-key-will-do-here', HELPCRUNCH_BASE_URL };
  const { result, code } = await runJson(['--name', 'Ada', '--yes'], { environment });
  expect(result).toMatchObject({ outcome: 'invalid', customerExists: 'no', request: { name: 'Ada' } });
  expect(result).toMatchObject({
    issues: [{ code: issue, path: '', message: expect.stringContaining('base URL') }],
  });
  expect(code).toBe(2);
});

test('a port where nothing listens: nothing was sent, exit 75', async () => {
  const listener = await listen(createSandbox());
  await listener.close();
  const environment = { HELPCRUNCH_API_KEY: 'any-key-will-do-here', HELPCRUNCH_BASE_URL: listener.baseUrl };
  const { result, code } = await runJson(['--name', 'Ada', '--yes'], { environment });
  expect(result).toMatchObject({ outcome: 'not-sent', customerExists: 'no', request: { name: 'Ada' } });
  expect(result).toMatchObject({ issues: [{ code: 'connection-refused', severity: 'error' }] });
  expect(code).toBe(75);
});

test('a userId that is taken stops it before anything is sent', async () => {
  await using listener = await listen(
    createSandbox({ customers: [{ userId: 'u-1', name: 'Grace Hopper' }] }),
  );
  const environment = { HELPCRUNCH_API_KEY: 'any-key-will-do-here', HELPCRUNCH_BASE_URL: listener.baseUrl };
  const { result, code } = await runJson(['--user-id', 'u-1', '--yes'], { environment });
  expect(result).toMatchObject({ outcome: 'user-id-taken', customerExists: 'no' });
  const message = 'Nothing was sent: the user ID belongs to "Grace Hopper" (ID 1).';
  expect(result['issues']).toEqual([{ code: 'user-id-taken', path: '/userId', severity: 'error', message }]);
  expect(code).toBe(1);
  expect(listener.sandbox.customers).toHaveLength(1);
});

test('an email that is already used is sent with --yes, and reported as advice', async () => {
  await using listener = await listen(createSandbox({ customers: [{ email: 'ada@example.com' }] }));
  const environment = { HELPCRUNCH_API_KEY: 'any-key-will-do-here', HELPCRUNCH_BASE_URL: listener.baseUrl };
  const argv = ['--email', 'ada@example.com', '--yes'];
  const { result, code } = await runJson(argv, { environment });
  const message =
    'This email is already used by a customer without a name (ID 1). Creating adds another customer with it.';
  expect(result).toMatchObject({
    outcome: 'created',
    issues: [{ code: 'email-used', path: '/email', severity: 'advice', message }],
  });
  expect(code).toBe(0);
  expect((await runProgram(argv, { environment })).stdout).toContain(
    'This email is already used by a customer without a name (ID 1)',
  );
});

test('without --yes nothing is sent, exit 2, and the command that sends it is named', async () => {
  const { result, code } = await runJson(['--sandbox', '--name', "Ada O'Hara"]);
  expect(result).toMatchObject({
    outcome: 'needs-confirmation',
    customerExists: 'no',
    account: 'sandbox',
    request: { name: "Ada O'Hara" },
    issues: [{ code: 'needs-confirmation', severity: 'error' }],
    next: ["To send it, run: helpcrunch-customer --sandbox --name 'Ada O'\\''Hara' --json --yes"],
  });
  expect(code).toBe(2);
});

test('every field has its flag, and a flag goes before the file', async () => {
  await using folder = await makeFolder();
  const file = join(folder.path, 'customer.json');
  await writeFile(
    file,
    '{ "name": "From the file", "email": 12, "company": "Analytical Engines Ltd", "tags": [{"name": "beta"}], "customData": {"plan": "pro"} }',
  );
  const flags = ['--name', 'Ada', '--email', 'ada@example.com', '--first-seen', '2020-10-28T12:49:06Z'];
  const lists = ['--tag', 'vip rgb(1, 2, 3)', '--tag', '"a, b"', '--custom-data', 'seats=12', '--phone=-5'];
  const { stdout, stderr } = await runProgram([
    ...['--', '--from', file, ...flags, ...lists],
    ...['--dry-run', '--json'],
  ]);
  expect(stderr.split('\n')).toEqual([
    'seats: 12 was read as a number. For text, write seats="12" with the quotes.',
    'The name of the file is replaced: "From the file" becomes "Ada".',
    'The email of the file is replaced.',
    '',
  ]);
  expect(onlyObject(stdout)['request']).toEqual({
    name: 'Ada',
    email: 'ada@example.com',
    company: 'Analytical Engines Ltd',
    phone: '-5',
    firstSeen: '1603889346',
    tags: [{ name: 'beta' }, { name: 'vip', color: 'rgb(1, 2, 3)' }, { name: 'a, b' }],
    customData: [
      { property: 'plan', value: 'pro' },
      { property: 'seats', value: 12 },
    ],
  });
});

test('a file as Windows shells write it is read; one in another encoding is not guessed at', async () => {
  const utf16 = Buffer.from('\ufeff{ "name": "Аделаїда" }', 'utf16le');
  expect((await runWith(utf16, '--dry-run', '--json')).result).toMatchObject({
    request: { name: 'Аделаїда' },
  });
  const utf8 = Buffer.from('\ufeff{ "name": "Аделаїда" }');
  expect((await runWith(utf8, '--dry-run', '--json')).result).toMatchObject({
    request: { name: 'Аделаїда' },
  });
  const latin1 = Buffer.from('{ "name": "Zo\u00eb" }', 'latin1');
  const { result, code } = await runWith(latin1, '--dry-run', '--json');
  expect(result).toMatchObject({
    outcome: 'invalid',
    issues: [{ message: expect.stringContaining('UTF-8') }],
  });
  expect(code).toBe(2);
});

test('without --json, what was created goes to standard output, and what went wrong to standard error', async () => {
  const good = await runProgram(['--name', 'Ada', '--sandbox', '--yes']);
  expect(good).toMatchObject({
    stdout: 'The customer was created in the sandbox. Its ID is 1.\n',
    stderr: '',
  });
  const bad = await runProgram(['--email', 'ada@', '--sandbox', '--yes']);
  expect(bad.stdout).toBe('');
  expect(bad.stderr).toContain('error at /email: Not a valid email address: "ada@"');
});
