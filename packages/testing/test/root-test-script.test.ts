import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { TestResults } from '../../../scripts/results-reporter.ts';
import { runProgram } from '../src/run-program.ts';
import { temporaryFolder } from '../src/temporary-folder.ts';

const script = fileURLToPath(new URL('../../../scripts/test.mjs', import.meta.url));

interface Task {
  readonly task: string;
  readonly directory: string;
  readonly exitCode?: number;
  readonly results?: TestResults;
  readonly log?: string;
}

/** The root's script, in a repository where nothing has to be installed. */
function copyScript(root: string) {
  cpSync(script, join(root, 'scripts', 'test.mjs'));
  const setUp = `export const root = ${JSON.stringify(root)}; export const setUp = () => true;`;
  writeFileSync(join(root, 'scripts', 'set-up.mjs'), setUp);
}

/** Runs the root's script in a repository whose turbo leaves just what these tasks leave. */
async function runWith(exitCode: number, tasks: readonly Task[], unfinished = 0) {
  using repository = temporaryFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(repository.path, path)), { recursive: true });
    writeFileSync(join(repository.path, path), text);
  };
  const written = tasks.flatMap(({ task, directory, results, log }) => [
    ...(results ? [[`${directory}/test-results/${task}.json`, JSON.stringify(results)]] : []),
    ...(log === undefined ? [] : [[`${directory}/.turbo/turbo-${task}.log`, log]]),
  ]);
  const summary = tasks.map(({ task, directory, exitCode: code = 0, log }) => ({
    task,
    package: directory.split('/').at(-1),
    directory,
    execution: { exitCode: code },
    ...(log === undefined ? {} : { logFile: `${directory}/.turbo/turbo-${task}.log` }),
  }));
  const failed = tasks.filter((one) => (one.exitCode ?? 0) !== 0).length;
  const execution = {
    attempted: tasks.length + unfinished,
    success: tasks.length - failed,
    cached: 0,
    failed,
  };
  const files = [...written, ['.turbo/runs/run.json', JSON.stringify({ tasks: summary, execution })]];
  write(
    'node_modules/turbo/bin/turbo',
    `const { mkdirSync, writeFileSync } = require('node:fs');
    for (const [path, text] of ${JSON.stringify(files)}) {
      mkdirSync(require('node:path').dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    console.log('turbo', process.argv.slice(2).join(' '));
    process.exitCode = ${exitCode};`,
  );
  copyScript(repository.path);
  // Left by an earlier run: it must not count.
  write('packages/old/test-results/test.json', JSON.stringify({ passed: 1000, failures: [] }));
  const ran = await runProgram([process.execPath, 'scripts/test.mjs', '--force'], { cwd: repository.path });
  return { ...ran, lines: ran.stdout.trimEnd().split('\n') };
}

test('pnpm test: a green run ends with the totals of all packages', async () => {
  const { code, lines } = await runWith(0, [
    { task: 'build', directory: 'packages/core' },
    { task: 'test', directory: 'packages/core', results: { passed: 12, failures: [] } },
    { task: 'test', directory: 'packages/old', results: { passed: 3, failures: [] } },
    {
      task: 'e2e',
      directory: 'apps/vscode',
      log: '- node: left out: a\n✓ node: b (1.0 s)\n✓ web: b (12.3 s)\n',
    },
  ]);
  expect([code, lines]).toEqual([
    0,
    ['turbo run test e2e --continue=dependencies-successful --summarize --force', '17 passed, 0 failed'],
  ]);
});

test('pnpm test: a red run says what failed, how to run it alone, and keeps the exit code', async () => {
  const failures = [{ name: 'src/a.test.ts › a is\n  b', command: 'exec vitest run src/a.test.ts:7' }];
  const { code, lines } = await runWith(3, [
    { task: 'build', directory: 'apps/tui', exitCode: 2, log: 'an error' },
    { task: 'test', directory: 'packages/core', exitCode: 1, results: { passed: 12, failures } },
    {
      task: 'e2e',
      directory: 'apps/vscode',
      exitCode: 1,
      log: '✓ node: b (1.0 s)\n✗ web: the "c" of b (2.0 s)\n\n1 of 2 failed\n✗ web: the "c" of b\n',
    },
  ]);
  expect([code, lines.slice(2)]).toEqual([
    3,
    [
      'Failed, and how to run it alone:',
      '✗ apps/tui: build',
      '  npx -y pnpm --filter tui build',
      '✗ packages/core: src/a.test.ts › a is b',
      '  npx -y pnpm --filter core exec vitest run src/a.test.ts:7',
      '✗ apps/vscode: web: the "c" of b',
      '  npx -y pnpm --filter vscode e2e web "the \\"c\\" of b"',
      '13 passed, 3 failed',
    ],
  ]);
});

test('pnpm test: however much fails, the first failures and the totals stand in the last 20 lines', async () => {
  const failures = Array.from({ length: 30 }, (_, index) => ({
    name: `src/a.test.ts › ${index} ${'long '.repeat(100)}`,
    command: `exec vitest run src/a.test.ts:${index}`,
  }));
  const { lines } = await runWith(1, [
    { task: 'test', directory: 'packages/core', exitCode: 1, results: { passed: 0, failures } },
  ]);
  expect(lines.slice(-2)).toEqual(['… and 23 more, see above', '0 passed, 30 failed']);
  // pnpm adds a line.
  expect(lines.length - lines.indexOf('Failed, and how to run it alone:')).toBeLessThan(20);
});

test('pnpm test: a run that was interrupted is not green, whatever turbo says', async () => {
  const results = { passed: 12, failures: [] };
  const { code, lines } = await runWith(0, [{ task: 'test', directory: 'packages/core', results }], 2);
  expect([code, lines.slice(2)]).toEqual([
    1,
    ['Interrupted: 2 of 3 tasks did not finish.', '12 passed, 0 failed'],
  ]);
});

test('pnpm test: turbo that does not begin is the failure', async () => {
  using repository = temporaryFolder();
  copyScript(repository.path);
  const turbo = join(repository.path, 'node_modules/turbo/bin/turbo');
  mkdirSync(dirname(turbo), { recursive: true });
  writeFileSync(turbo, "console.error('unexpected argument'); process.exitCode = 1;");
  const { code, stdout, stderr } = await runProgram([process.execPath, 'scripts/test.mjs'], {
    cwd: repository.path,
  });
  expect([code, stdout, stderr]).toEqual([1, '', 'unexpected argument\n']);
});
