import { once } from 'node:events';
import { serve } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { onlyObject, runProgram } from './run-program.ts';

const key = 'canary-key-that-must-not-leak';

/** A mistake inside the program that SIGUSR2 brings out. */
const broken = `process.on('SIGUSR2', () => { throw new Error('a mistake of our own, with ${key}'); });`;
const environment = {
  HELPCRUNCH_API_KEY: key,
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}`,
};

test('a mistake before anything was sent has its object, exit 70', async () => {
  const { stdout, code } = await runProgram(['--from', '-', '--yes', '--json'], {
    environment,
    stdin: 'open',
    async during(child) {
      await new Promise((done) => child.stdin?.write(' '.repeat(1_000_000), done));
      child.kill('SIGUSR2');
    },
  });
  expect(onlyObject(stdout)).toMatchObject({
    outcome: 'not-sent',
    customerExists: 'no',
    issues: [{ code: 'internal-error', message: expect.stringContaining('a mistake of our own') }],
  });
  expect(stdout).not.toContain(key);
  expect(code).toBe(70);
});

test('a mistake while it sends claims nothing', async () => {
  await using served = await serve(() => {});
  const { stdout, code } = await runProgram(['--name', 'Ada', '--yes', '--json'], {
    environment: { ...environment, HELPCRUNCH_BASE_URL: served.baseUrl },
    async during(child) {
      await once(served.server, 'request');
      child.kill('SIGUSR2');
    },
  });
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'unknown', customerExists: 'unknown' });
  expect(stdout).not.toContain(key);
  expect(code).toBe(70);
});
