// Runs every test of every package, and ends with what failed and how to run it alone:
//   node scripts/test.mjs [ARGUMENT OF `turbo run` ...]
import { spawn } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What failed and how to run it stays within the last 20 lines of a run, whatever the tests are called.
const maxFailures = 7;
const maxNameLength = 150;

const root = fileURLToPath(new URL('..', import.meta.url));
const summaries = join(root, '.turbo', 'runs');

// Results of an earlier run must not count; turbo brings back those of tasks that it does not run again.
for (const path of globSync('{apps,packages}/*/test-results', { cwd: root }))
  rmSync(join(root, path), { recursive: true });
rmSync(summaries, { recursive: true, force: true });

process.exitCode = await runTurbo(process.argv.slice(2));
const tasks = readdirSync(summaries).flatMap((name) => readJson(join(summaries, name)).tasks);
report(tasks.map(resultsOf));

function runTurbo(args) {
  const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
  const run = ['run', 'test', 'e2e', '--continue=dependencies-successful', '--summarize', ...args];
  // Turbo gets the signals of the terminal as well, and ends its tasks first.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const child = spawn(process.execPath, [turbo, ...run], { cwd: root, stdio: 'inherit' });
  return new Promise((done) => {
    child.on('close', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}

/** What one task of turbo came to: its own results where it writes them, else the task itself is what failed. */
function resultsOf({ task, package: name, directory, execution }) {
  const file = join(root, directory, 'test-results', `${task}.json`);
  const { passed, failed, failures } = existsSync(file)
    ? readJson(file)
    : { passed: 0, failed: 0, failures: [] };
  const prefix = `npx -y pnpm --filter ${name}`;
  const named = failures.map((failure) => ({
    name: `${directory}: ${failure.name.replaceAll(/\s+/g, ' ').slice(0, maxNameLength)}`,
    command: `${prefix} exec ${failure.command}`,
  }));
  if (failed > 0 || (execution?.exitCode ?? 0) === 0) return { passed, failed, failures: named };
  return { passed, failed: 1, failures: [{ name: `${directory}: ${task}`, command: `${prefix} ${task}` }] };
}

function report(results) {
  const sum = (key) => results.reduce((total, one) => total + one[key], 0);
  const failures = results.flatMap((one) => one.failures);
  if (failures.length > 0) console.log('\nFailed, and how to run it alone:');
  for (const { name, command } of failures.slice(0, maxFailures)) console.log(`✗ ${name}\n  ${command}`);
  if (failures.length > maxFailures) console.log(`… and ${failures.length - maxFailures} more, see above`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
