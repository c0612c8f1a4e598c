import { once } from 'node:events';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { type Listener, listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { serve } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { onlyObject, runProgram } from './run-program.ts';

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
] as const;

function environmentOf({ baseUrl }: Listener) {
  return { HELPCRUNCH_API_KEY: 'any-key-will-do-here', HELPCRUNCH_BASE_URL: baseUrl };
}

/** Resolves once a request to this path has arrived. */
async function arrived({ sandbox }: Listener, wanted: string): Promise<void> {
  await expect.poll(() => sandbox.requests.map(({ path }) => path)).toContain(wanted);
}

test.each(signals)(
  '%s while it sends: unknown, its object still printed, exit %i',
  async (signal, exitCode) => {
    await using listener = await listen(createSandbox({ scenario: 'created-then-timeout' }));
    const { stdout, code } = await runProgram(['--name', 'Ada', '--yes', '--json'], {
      environment: environmentOf(listener),
      async during(child) {
        await arrived(listener, '/v1/customers');
        child.kill(signal);
      },
    });
    expect(onlyObject(stdout)).toMatchObject({ outcome: 'unknown', customerExists: 'unknown' });
    expect(code).toBe(exitCode);
  },
);

test.each(signals)(
  '%s while it waits for its input: canceled, nothing was sent',
  async (signal, exitCode) => {
    const { stdout, code } = await runProgram(['--from', '-', '--sandbox', '--yes', '--json'], {
      stdin: 'open',
      async during(child) {
        // More than a pipe holds: once all of it is gone, the other side is reading.
        await new Promise((done) => child.stdin?.write(' '.repeat(1_000_000), done));
        child.kill(signal);
      },
    });
    expect(onlyObject(stdout)).toMatchObject({ outcome: 'cancelled', customerExists: 'no' });
    expect(code).toBe(exitCode);
  },
);

test('SIGINT while it looks for duplicates: canceled, and nothing was sent', async () => {
  await using served = await serve(() => {});
  const { stdout, code } = await runProgram(['--user-id', 'u-1', '--yes', '--json'], {
    environment: {
      HELPCRUNCH_API_KEY: 'any-key-will-do-here',
      HELPCRUNCH_BASE_URL: served.baseUrl,
    },
    async during(child) {
      await once(served.server, 'request');
      child.kill('SIGINT');
    },
  });
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'cancelled', customerExists: 'no' });
  expect(code).toBe(130);
});

test.each(signals)(
  '%s during the look after a lost answer: still unknown, exit %i',
  async (signal, exitCode) => {
    let requests = 0;
    // Looked for before it is sent, lost, and looked for again without an answer.
    await using served = await serve((request, response) => {
      requests += 1;
      if (requests === 1)
        response.setHeader('content-type', 'application/json').end('{ "data": [], "total": 0 }');
      else if (requests === 2) request.socket.destroy();
    });
    const { stdout, code } = await runProgram(['--user-id', 'u-1', '--yes', '--json'], {
      environment: {
        HELPCRUNCH_API_KEY: 'any-key-will-do-here',
        HELPCRUNCH_BASE_URL: served.baseUrl,
      },
      async during(child) {
        await expect.poll(() => requests).toBe(3);
        child.kill(signal);
      },
    });
    expect(onlyObject(stdout)).toMatchObject({
      outcome: 'unknown',
      customerExists: 'unknown',
      issues: [{ code: 'connection-lost' }, { code: 'lookup-failed' }],
    });
    expect(code).toBe(exitCode);
  },
);

test('the lost answer of a customer that nothing can be looked up by stays unknown', async () => {
  await using listener = await listen(createSandbox({ scenario: 'created-then-lost' }));
  const argv = ['--name', 'Ada', '--yes', '--json'];
  const { stdout, stderr, code } = await runProgram(argv, { environment: environmentOf(listener) });
  expect(onlyObject(stdout)).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    request: { name: 'Ada' },
    issues: [
      { code: 'connection-lost', severity: 'error' },
      { code: 'cannot-tell', severity: 'advice' },
    ],
    next: expect.arrayContaining(['Sending again could create the same customer twice.']),
  });
  expect(stderr).toContain('The customer may have been created');
  expect(code).toBe(3);
});
