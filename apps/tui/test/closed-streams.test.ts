import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { expect, test } from 'vitest';
import { environmentOf, makeFolder, program } from './program.ts';
import { onlyObject } from './run-program.ts';

test('a closed standard error ends nothing, and changes no exit code', async () => {
  await using home = await makeFolder();
  await using api = await listen(createSandbox({ scenario: 'created-then-lost' }));
  const env = environmentOf(home.path, { HELPCRUNCH_API_KEY: 'some-key', HELPCRUNCH_BASE_URL: api.baseUrl });
  const argv = ['--email', 'ada@example.com', '--yes', '--json'];
  const child = spawn(process.execPath, [program, ...argv], { env, cwd: home.path });
  child.stdin.end();
  // What it notes about the lost answer has nowhere to go.
  child.stderr.destroy();
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'created', customerExists: 'yes' });
  expect(code).toBe(0);
  expect(api.sandbox.customers).toHaveLength(1);
});
