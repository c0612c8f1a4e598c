import { createSandbox, type ScenarioName, scenarios } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { expect, test } from 'vitest';
import { onlyObject, runProgram } from './run-program.ts';

const canary = 'canary-key-that-must-not-leak';
const argv = [
  ...['--name', 'Ada', '--email', 'ada@example.com', '--user-id', 'u-1', '--tag', 'vip red'],
  ...['--custom-data', 'plan=pro', '--yes', '--json'],
];

/** Scenarios that last as long as the time-out; they are cancelled in a test of their own. */
type Endless = 'slow' | 'created-then-timeout';

const created = ['created', 0] as const;
const rejected = ['rejected', 1] as const;
const unauthorized = ['unauthorized', 4] as const;
const limited = ['rate-limited', 75] as const;
const unknown = ['unknown', 3] as const;

/** How each of them ends: the outcome, and the exit code. */
const endings: Readonly<Record<Exclude<ScenarioName, Endless>, readonly [string, number]>> = {
  'bad-key': unauthorized,
  forbidden: unauthorized,
  'old-errors': created,
  'field-rejected': rejected,
  'user-id-taken': ['user-id-taken', 1],
  'user-id-refused': rejected,
  'rate-limited': limited,
  'rate-limited-retry-after': limited,
  'html-502': unknown,
  'server-error': unknown,
  'request-timeout': unknown,
  unprocessable: rejected,
  'not-found-html': rejected,
  redirect: unknown,
  'closed-before-answer': unknown,
  'closed-mid-body': created,
  'created-then-lost': created,
  'created-then-html-502': created,
  'empty-created': created,
  'html-created': created,
  'oversized-body': created,
  'truncated-json': created,
  'ok-instead-of-created': created,
  'no-content': created,
  'attributes-dropped': created,
  'strings-changed': created,
  'empty-map-as-list': created,
  'list-custom-data': created,
  'old-dates': created,
  'numeric-dates': created,
  'fractional-dates': created,
  'sparse-answer': created,
  'no-match-is-404': created,
  'no-match-is-errors': created,
  'search-fails': created,
  'slow-search': created,
  'lagging-search': created,
  'errors-as-object': rejected,
  'errors-as-strings': rejected,
  'errors-missing': rejected,
  'errors-null': rejected,
};

test('every scenario of the sandbox is looked at here, or in a test of its own', () => {
  const named = [...Object.keys(endings), 'slow', 'created-then-timeout'];
  expect(named.toSorted()).toEqual(scenarios.map(({ name }) => name).toSorted());
});

test.each(Object.entries(endings) as [ScenarioName, readonly [string, number]][])(
  'with %s it ends as %j, and says of the customer what is true',
  async (scenario, [outcome, exitCode]) => {
    await using listener = await listen(createSandbox({ scenario }));
    const environment = { HELPCRUNCH_BASE_URL: listener.baseUrl, HELPCRUNCH_API_KEY: canary };
    const { stdout, stderr, code } = await runProgram(argv, { environment });
    const result = onlyObject(stdout);
    expect(result).toMatchObject({ outcome, account: 'live' });
    expect(code).toBe(exitCode);
    expect(stdout + stderr).not.toContain(canary);

    const creates = listener.sandbox.requests.filter(({ path }) => path === '/v1/customers');
    expect(creates.length).toBeLessThanOrEqual(1);
    const isThere = listener.sandbox.customers.some(({ email }) => email === 'ada@example.com');
    const truths = ['unknown', isThere ? 'yes' : 'no'];
    expect(truths).toContain(result['customerExists']);
    expect(result['customerExists'] === 'unknown').toBe(outcome === 'unknown');
  },
);
