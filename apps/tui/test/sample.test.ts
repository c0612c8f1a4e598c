import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { liveMachine } from './live-machine.ts';
import { onlyObject, runProgram } from './run-program.ts';

test.each(['csv', 'json', 'jsonl'])('sample --format %s: can be imported as it is', async (format) => {
  await using live = await liveMachine();
  const { stdout } = await live.run(['sample', '--count', '20', '--format', format]);
  const file = join(live.environment['HOME'] ?? '', `sample.${format}`);
  await writeFile(file, stdout);
  const plan = await live.run(['import', file, '--dry-run', '--json']);
  expect(onlyObject(plan.stdout)).toMatchObject({
    outcome: 'planned',
    totals: { rows: 20, toCreate: 20, invalid: 0 },
    problems: [],
  });
});

test('sample: the same seed gives the same customers, another one others', async () => {
  const print = async (...argv: string[]) => (await runProgram(['sample', ...argv])).stdout;
  const first = await print('--seed', '7');
  expect(await print('--seed', '7')).toBe(first);
  expect(await print('--seed', '8')).not.toBe(first);
  expect(first.trimEnd().split('\n')).toHaveLength(31);
});

test('sample: says which numbers and formats it takes, exit 2', async () => {
  const { stderr, code } = await runProgram(['sample', '--count', '0']);
  expect(stderr).toContain('--count takes a whole number from 1 to 100000.');
  expect(code).toBe(2);
  expect((await runProgram(['sample', '--format', 'xml'])).code).toBe(2);
});
