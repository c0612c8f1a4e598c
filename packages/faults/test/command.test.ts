import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readArguments } from '../src/command-line.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function start(...argv: readonly string[]) {
  const child = spawn(process.execPath, [main, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { child, ended: output.then(([stdout, stderr, [code]]) => ({ stdout, stderr, code })) };
}

test('main: --only plays that run alone, and counts it in the table', async () => {
  const { stdout, code } = await start('--seed', '1', '--only', '0').ended;
  expect(stdout).toMatch(/\| none +\| +1 \| +1 \|/);
  expect(stdout).toContain('1 of 1 runs of seed 1');
  expect(code).toBe(0);
});

test('main: Ctrl+C prints what was done so far', async () => {
  const { child, ended } = start('--runs', '1000000', '--kind', 'refused');
  // It reports what it is about to do.
  await once(child.stderr, 'data');
  child.kill('SIGINT');
  const { stdout, code } = await ended;
  expect(stdout).toMatch(/\d+ of 1000000 runs of seed 1 in \d+ s: 0 wrong, 0 excused\./);
  expect(code).toBe(130);
});

test.each([[['--runs', 'many']], [['--kind', 'nonsense']], [['--nonsense']]])(
  'main: %j is a usage error with exit code 2',
  async (argv) => {
    const { stdout, stderr, code } = await start(...argv).ended;
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

test.each([[['--driver', 'nobody']], [['--driver', 'wizard', '--kind', 'late']]])(
  'readArguments: %j is a usage error',
  (argv) => {
    expect(readArguments(argv).kind).toBe('usage-error');
  },
);
