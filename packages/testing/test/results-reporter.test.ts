import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { TestResults } from '../../../scripts/results-reporter.ts';
import { runProgram } from '../src/run-program.ts';

/** Inside the package, so that the tests in it find vitest; git ignores it. */
const folder = fileURLToPath(new URL('../test-results/of-the-reporter', import.meta.url));

async function resultsOf(files: Readonly<Record<string, string>>): Promise<TestResults> {
  mkdirSync(join(folder, 'src'), { recursive: true });
  const config = `import { testConfig } from '../../../../vitest.base.ts';\nexport default testConfig();\n`;
  for (const [name, text] of Object.entries({ ...files, 'vitest.config.ts': config }))
    writeFileSync(join(folder, name), text);
  await runProgram(['vitest', 'run'], { cwd: folder });
  const results = JSON.parse(readFileSync(join(folder, 'test-results/test.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  return results;
}

test('ResultsReporter: counts what passed, and names each failure with its file and line', async () => {
  const results = await resultsOf({
    'src/mixed.test.ts': [
      "import { beforeAll, describe, expect, test } from 'vitest';",
      "test('green', () => {});",
      "test.each([1, 2])('number %i', (number) => expect(number).toBe(2));",
      "test.skip('left out', () => {});",
      "describe('group', () => {",
      "  test('red', () => expect(1).toBe(2));",
      '});',
      "describe('broken', () => {",
      "  beforeAll(() => { throw new Error('no') });",
      "  test('never runs', () => {});",
      '});',
    ].join('\n'),
    'src/unloadable.test.ts': "import './nothing.ts';",
  });
  expect(results).toEqual({
    passed: 2,
    failures: expect.arrayContaining([
      { name: 'src/mixed.test.ts › number 1', command: 'exec vitest run src/mixed.test.ts:3' },
      { name: 'src/mixed.test.ts › group > red', command: 'exec vitest run src/mixed.test.ts:6' },
      { name: 'src/mixed.test.ts › broken', command: 'exec vitest run src/mixed.test.ts' },
      { name: 'src/unloadable.test.ts › The whole file', command: 'exec vitest run src/unloadable.test.ts' },
    ]),
  });
  expect(results.failures).toHaveLength(4);
});

test('ResultsReporter: an error outside of any test is a failure', async () => {
  const results = await resultsOf({
    'src/late.test.ts': [
      "import { test } from 'vitest';",
      "test('green', async () => {",
      "  setTimeout(() => { throw new Error('too late') }, 0);",
      '  await new Promise((done) => setTimeout(done, 50));',
      '});',
    ].join('\n'),
  });
  expect(results).toEqual({
    passed: 1,
    failures: [
      {
        name: 'src/late.test.ts › an error outside of any test: too late',
        command: 'exec vitest run src/late.test.ts',
      },
    ],
  });
});
