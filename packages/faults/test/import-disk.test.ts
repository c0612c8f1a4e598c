import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { expect, test } from 'vitest';
import { type FaultPoint, faultPoint } from '../src/kill/fault-point.ts';
import { environmentOf, makeHome, program } from '../src/program.ts';

const rows = ['Ada', 'Bob', 'Cid'].map((name) => `${name},${name.toLowerCase()}@example.com`);

/** Imports three rows while the disk fails, and then again on a disk that works. */
async function importOn(point: Pick<FaultPoint, 'at' | 'how'> & { readonly folder: 'out' | 'kit' | 'tmp' }) {
  using home = makeHome();
  await using listener = await listen(createSandbox());
  const path = join(home.path, 'customers.csv');
  writeFileSync(path, `name,email\n${rows.join('\n')}\n`);
  const out = join(home.path, 'out');
  const run = (fault: Record<string, string>) =>
    runProgram(
      [process.execPath, program, 'import', path, '--yes', '--json', '--rate', '119', '--out', out],
      {
        env: environmentOf(home, {
          HELPCRUNCH_API_KEY: 'a-key-for-imports-0123456789',
          HELPCRUNCH_BASE_URL: listener.baseUrl,
          HELPCRUNCH_NO_KEYCHAIN: '1',
          HELPCRUNCH_STATE_DIR: join(home.path, 'kit'),
          ...fault,
        }),
      },
    );
  const { folder, ...rest } = point;
  const failed = await run(faultPoint({ ...rest, root: join(home.path, folder) }));
  expect(failed.stderr).not.toContain('nternal error');
  const again = await run({});
  return {
    failed: { code: failed.code, ...JSON.parse(failed.stdout) },
    again: JSON.parse(again.stdout),
    customers: listener.sandbox.customers.map(({ name }) => name),
    created: readFileSync(join(out, 'customers.created.csv'), 'utf8'),
    files: readdirSync(out),
  };
}

test.each([
  { folder: 'out', how: 'ENOSPC', at: 1 },
  { folder: 'out', how: 'ENOSPC', at: 3 },
  { folder: 'kit', how: 'ENOSPC', at: 0 },
  { folder: 'kit', how: 'ENOSPC', at: 12 },
  { folder: 'kit', how: 'ENOSPC', at: 30 },
  { folder: 'kit', how: 'EROFS', at: 24 },
] as const)('import: a disk that fails pauses it, and the same command finishes it: %j', async (point) => {
  const { failed, again, customers, created, files } = await importOn(point);
  expect(failed).toMatchObject({
    outcome: 'paused',
    issues: [{ message: expect.stringMatching(/disk|read-only/i) }],
  });
  expect([74, 75]).toContain(failed.code);
  expect(failed.next[0]).toMatch(/import .*customers\.csv/);
  expect(again).toMatchObject({
    outcome: 'completed',
    totals: { rows: 3, created: 3, pending: 0, unknown: 0 },
  });
  expect(customers.toSorted()).toEqual(['Ada', 'Bob', 'Cid']);
  expect(created.trimEnd().split('\n')).toHaveLength(4);
  expect(files).toEqual(['customers.created.csv']);
});
