import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type RunOptions, runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { expect, test } from 'vitest';
import { readArguments } from '../src/command-line.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function run(argv: readonly string[], options?: RunOptions) {
  return runProgram([process.execPath, main, ...argv], options);
}

test('main: --only plays that run alone, and counts it in the table', async () => {
  const { stdout, code } = await run(['--seed', '1', '--only', '0']);
  expect(stdout).toMatch(/\| none +\| +1 \| +1 \|/);
  expect(stdout).toContain('1 of 1 runs of seed 1');
  expect(code).toBe(0);
});

test('main: Ctrl+C prints what was done so far', async () => {
  const { stdout, code } = await run(['--runs', '1000000', '--kind', 'refused'], {
    async during(child) {
      // It reports what it is about to do.
      if (child.stderr) await once(child.stderr, 'data');
      child.kill('SIGINT');
    },
  });
  expect(stdout).toMatch(/\d+ of 1000000 runs of seed 1 in \d+ s: 0 wrong, 0 excused\./);
  expect(code).toBe(130);
});

test('main: SIGTERM prints what the imports came to so far, and does not count those under way', async () => {
  const { stdout, code } = await run(['--import', '--runs', '1000000'], {
    async during(child) {
      if (child.stderr) await once(child.stderr, 'data');
      child.kill('SIGTERM');
    },
  });
  expect(stdout).toMatch(/\n\d+ runs of seed 1 in \d+ s: 0 wrong\.\n$/);
  expect(code).toBe(130);
});

test.each([[['--runs', 'many']], [['--kind', 'nonsense']], [['--nonsense']]])(
  'main: %j is a usage error with exit code 2',
  async (argv) => {
    const { stdout, stderr, code } = await run(argv);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain('Try --help.');
  },
);

test('a package manager may leave a -- in proxy', () => {
  expect(readArguments(['--', '--runs', '7', '--seed', '3'])).toMatchObject({
    kind: 'run',
    runs: 7,
    seed: 3,
  });
});

test.each([[['--driver', 'unknown']], [['--driver', 'wizard', '--kind', 'late']]])(
  'readArguments: %j is a usage error',
  (argv) => {
    expect(readArguments(argv).kind).toBe('usage-error');
  },
);
