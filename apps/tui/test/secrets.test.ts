import { serve } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { onlyObject, runProgram } from './run-program.ts';

const canary = 'canary"key\\that-always/hid+den==';

const echoes: [string, number, (key: string) => unknown][] = [
  ['in the customer', 201, (key) => ({ id: 1, name: key, [key]: key })],
  ['in a refusal', 400, (key) => ({ errors: [{ code: 'customer.email', message: `Wrong: ${key}` }] })],
  ['as an address', 400, (key) => ({ errors: [{ code: 'x', message: encodeURIComponent(key) }] })],
  ['as a code', 422, (key) => ({ errors: [{ code: key, message: 'No.' }] })],
  ['in a refusal of the key', 401, (key) => ({ errors: [{ code: 'unauthorized', message: key }] })],
  ['as a page', 502, (key) => `<h1>${key}</h1>`],
];

test.each(echoes)('a key that is quoted back %s is hidden', async (_where, status, bodyOf) => {
  await using server = await serve((request, response) => {
    const key = request.headers.authorization ?? '';
    const isSearch = request.url?.endsWith('/search') === true;
    const found = { data: [{ id: 9, name: key, email: 'ada@example.com' }], total: 1 };
    response.writeHead(isSearch ? 200 : status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isSearch ? found : bodyOf(key)));
  });
  const environment = { HELPCRUNCH_API_KEY: canary, HELPCRUNCH_BASE_URL: server.baseUrl };
  const argv = ['--name', 'Ada', '--email', 'ada@example.com', '--yes'];
  for (const form of [[], ['--json']]) {
    const { stdout, stderr } = await runProgram([...argv, ...form], { environment });
    for (const form of ['always/hid+den', 'always%2Fhid']) expect(stdout + stderr).not.toContain(form);
    expect(stdout + stderr).not.toBe('');
  }
});

test.each([
  ['in a field', ['--notes', `my key is ${canary}`, '--dry-run']],
  ['where no word belongs', [canary]],
  ['as a file', ['--from', canary]],
])('a key that was written %s is not repeated', async (_where, argv) => {
  for (const form of [[], ['--json']]) {
    const ran = await runProgram([...argv, ...form], { environment: { HELPCRUNCH_API_KEY: canary } });
    expect(ran.stdout + ran.stderr).not.toContain('always/hid+den');
    expect(ran.stdout + ran.stderr).toContain('[hidden]');
  }
});

test.each([[[`--api-key=${canary}`]], [['--api-key', canary]], [['--from', '--api-key', canary]]])(
  'no flag takes a key, and none repeats it: %j',
  async (argv) => {
    const { stdout, stderr, code } = await runProgram([...argv, '--json']);
    expect(onlyObject(stdout)).toMatchObject({ outcome: 'invalid', issues: [{ code: 'bad-usage' }] });
    expect(stdout + stderr).not.toContain('always/hid+den');
    expect(code).toBe(2);
  },
);

test('a short key, made up for a sandbox, tears nothing apart', async () => {
  const environment = { HELPCRUNCH_API_KEY: 'a' };
  const { stdout } = await runProgram(['--name', 'Ada', '--sandbox', '--yes', '--json'], { environment });
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'created', customer: { name: 'Ada' } });
});
