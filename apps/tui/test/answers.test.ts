import type { Listener } from '@helpcrunch-customer-kit/sandbox/listen';
import { expect, test } from 'vitest';
import { behindFront, creates, isCreate, type Rule } from './front.ts';
import { onlyObject, runProgram } from './run-program.ts';

const argv = ['--name', 'Ada', '--email', 'ada@example.com', '--yes', '--json'];

async function send({ baseUrl }: Listener) {
  const environment = { HELPCRUNCH_API_KEY: 'any-key-will-do-here', HELPCRUNCH_BASE_URL: baseUrl };
  const { stdout, code } = await runProgram(argv, { environment });
  return { result: onlyObject(stdout), code };
}

function page(status: number): Response {
  return new Response('<html><title>Access denied</title></html>', {
    status,
    headers: { 'content-type': 'text/html' },
  });
}

test.each([401, 403])('script: a page with %i in place of an answer is "blocked", exit 5', async (status) => {
  const firewall: Rule = async (request, pass) => (isCreate(request) ? page(status) : pass());
  await using listener = await behindFront(firewall);
  const { result, code } = await send(listener);
  expect(result).toMatchObject({
    outcome: 'blocked',
    customerExists: 'no',
    retryable: false,
    issues: [{ code: 'blocked', severity: 'error', message: expect.not.stringContaining('API key') }],
  });
  expect(code).toBe(5);
});

test('script: a page with 403 in place of the duplicate check is "blocked", and nothing is sent', async () => {
  const firewall: Rule = async (request, pass) => (isCreate(request) ? pass() : page(403));
  await using listener = await behindFront(firewall);
  const { result, code } = await send(listener);
  expect(result).toMatchObject({ outcome: 'blocked', customerExists: 'no' });
  expect(code).toBe(5);
  expect(creates(listener)).toBe(0);
});

test('script: a key that may not search is not called a refused key', async () => {
  const forbidden = { errors: [{ code: 'access_denied', message: 'No.' }] };
  const rule: Rule = async (request, pass) =>
    isCreate(request) ? pass() : Response.json(forbidden, { status: 403 });
  await using listener = await behindFront(rule);
  const { result, code } = await send(listener);
  expect(result).toMatchObject({ outcome: 'created', issues: [{ code: 'not-checked', severity: 'advice' }] });
  expect(JSON.stringify(result)).not.toContain('not accepted');
  expect(code).toBe(0);
});

test('script: 201 with errors and no id is "unknown", and looked for', async () => {
  const errors = { errors: [{ code: 'internal', message: 'Something failed.' }] };
  const rule: Rule = async (request, pass) =>
    isCreate(request) ? Response.json(errors, { status: 201 }) : pass();
  await using listener = await behindFront(rule);
  const { result, code } = await send(listener);
  expect(result).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    retryable: false,
    issues: [
      { code: 'created-with-errors', severity: 'error' },
      { code: 'not-seen', severity: 'advice' },
    ],
  });
  expect(code).toBe(3);
});

test('script: 201 with a customer in a wrapper is reported as unreadable, and nothing to be dropped', async () => {
  const rule: Rule = async (request, pass) => {
    const answer = await pass();
    return isCreate(request) ? Response.json({ data: await answer.json() }, { status: 201 }) : answer;
  };
  await using listener = await behindFront(rule);
  const { result, code } = await send(listener);
  expect(result).toMatchObject({ outcome: 'created', customerExists: 'yes', dropped: [], changed: [] });
  expect(result['next']).toEqual(['Look the customer up in HelpCrunch to see what was stored.']);
  expect(code).toBe(0);
});
