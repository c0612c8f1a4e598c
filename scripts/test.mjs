// Runs every test of every package, and ends with what failed and how to run it alone:
//   node scripts/test.mjs [ARGUMENT OF `turbo run` ...]
import { spawn } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, setUp } from './set-up.mjs';

// What failed and how to run it stays within the last 20 lines of a run, whatever the tests are called.
const maxFailures = 7;
const maxNameLength = 150;

const summaries = join(root, '.turbo', 'runs');

if (!setUp('everything')) process.exit(1);

// Results of an earlier run must not count; turbo brings back those of tasks that it does not run again.
for (const path of globSync('{apps,packages}/*/test-results', { cwd: root }))
  rmSync(join(root, path), { recursive: true });
rmSync(summaries, { recursive: true, force: true });

process.exitCode = await runTurbo(process.argv.slice(2));
// Turbo that ends before it begins, as with an unknown option, leaves no summary, and has said why.
if (existsSync(summaries)) {
  const [{ tasks, execution }] = readdirSync(summaries).map((name) => readJson(join(summaries, name)));
  // Turbo may call a run that a signal ended a success.
  const unfinished = execution.attempted - execution.success - execution.cached - execution.failed;
  if (unfinished > 0) {
    console.log(`\nInterrupted: ${unfinished} of ${execution.attempted} tasks did not finish.`);
    process.exitCode ||= 1;
  }
  report(tasks.map(resultsOf));
}

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

/** The results of one task: those it wrote, else what its log shows; a task that failed without any failed itself. */
function resultsOf({ task, package: name, directory, execution, logFile }) {
  const file = join(root, directory, 'test-results', `${task}.json`);
  const { passed, failures } = existsSync(file) ? readJson(file) : scenariosIn(logFile);
  if (failures.length === 0 && (execution?.exitCode ?? 0) !== 0) failures.push({ name: task, command: task });
  return {
    passed,
    failures: failures.map((failure) => ({
      name: `${directory}: ${failure.name.replaceAll(/\s+/g, ' ').slice(0, maxNameLength)}`,
      command: `npx -y pnpm --filter ${name} ${failure.command}`,
    })),
  };
}

/** The end-to-end scenarios: a line for each attempt, with its host, its name and how long it took. The last one counts. */
function scenariosIn(logFile) {
  if (logFile === undefined) return { passed: 0, failures: [] };
  const text = stripVTControlCharacters(readFileSync(join(root, logFile), 'utf8'));
  const lines = [...text.matchAll(/^([✓✗]) (\w+): (.*) \(\d+\.\d s\)$/gm)];
  const last = [...new Map(lines.map((line) => [`${line[2]} ${line[3]}`, line])).values()];
  const failed = last.filter(([, mark]) => mark === '✗');
  return {
    passed: last.length - failed.length,
    failures: failed.map(([, , host, name]) => ({
      name: `${host}: ${name}`,
      command: `e2e ${host} ${JSON.stringify(name)}`,
    })),
  };
}

function report(results) {
  const passed = results.reduce((total, one) => total + one.passed, 0);
  const failures = results.flatMap((one) => one.failures);
  if (failures.length > 0) console.log('\nFailed, and how to run it alone:');
  for (const { name, command } of failures.slice(0, maxFailures)) console.log(`✗ ${name}\n  ${command}`);
  if (failures.length > maxFailures) console.log(`… and ${failures.length - maxFailures} more, see above`);
  console.log(`${passed} passed, ${failures.length} failed`);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
