import { expect, test } from 'vitest';
import { history } from '../commands/history/history.ts';
import { login } from '../commands/login.ts';
import { status } from '../commands/status.ts';
import { readArguments } from './arguments.ts';
import { createProblem, readCreateOptions } from './create-options.ts';
import { createFlags } from './flags.ts';

function argumentsOf(...argv: readonly string[]) {
  const reading = readArguments(argv, { flags: createFlags });
  if (!reading.ok) throw new Error(reading.problem);
  return reading.args;
}

function problemOf(...argv: readonly string[]): string | undefined {
  return createProblem(argumentsOf(...argv));
}

function optionsOf(...argv: readonly string[]) {
  return readCreateOptions(argumentsOf(...argv));
}

test('createProblem: custom data without an equals sign is not left out silently', () => {
  expect(problemOf('--custom-data', 'plan:pro')).toBe(
    '--custom-data takes PROPERTY=VALUE; "plan:pro" has no equals sign.',
  );
});

test('createProblem: letters that were torn on the way in are refused, as in a file', () => {
  expect(problemOf('--name', 'Andr\ufffd')).toBe('--name is not UTF-8 text.');
});

test('createProblem: --resume goes with fields and with --sandbox', () => {
  expect(problemOf('--resume', '--name', 'Ada', '--sandbox')).toBeUndefined();
});

test.each([['--from', '-'], ['--json'], ['--quiet'], ['--no-input'], ['--dry-run']])(
  'createProblem: --resume does not go with %s',
  (...other) => {
    expect(problemOf('--resume', ...other)).toMatch(/^--resume and /u);
  },
);

test('createProblem: --forget takes no other option', () => {
  expect(problemOf('--forget')).toBeUndefined();
  expect(problemOf('--forget', '--json')).toBe('--forget deletes drafts and takes no other option.');
});

test.each([
  [['--again', 'a'], '--again allows a resend, and needs --yes.'],
  [['--json', '--quiet'], '--json and --quiet exclude each other. Give one of them.'],
  [
    ['--no-ledger', '--idempotency-key', 'a'],
    '--idempotency-key and --no-ledger exclude each other: it needs the ledger.',
  ],
  [['--no-ledger', '--take-over'], '--take-over and --no-ledger exclude each other: it needs the ledger.'],
])('createProblem: %j is refused', (argv, problem) => {
  expect(problemOf(...argv)).toBe(problem);
});

test.each(['0', '-1', 'soon', '3601', 'Infinity'])('readArguments: --timeout=%s is refused', (timeout) => {
  for (const flags of [createFlags, login.flags, status.flags, history.flags]) {
    expect(readArguments([`--timeout=${timeout}`], { flags })).toEqual({
      ok: false,
      problem: `--timeout takes seconds from 1 to 3600, not "${timeout}". Example: --timeout 10`,
    });
  }
});

test('readCreateOptions: --timeout is in seconds', () => {
  expect(optionsOf('--timeout', '10').answerTimeout).toBe(10_000);
  expect(optionsOf().answerTimeout).toBeUndefined();
});

test('readCreateOptions: --sandbox=URL is a running sandbox', () => {
  expect(optionsOf('--sandbox=http://127.0.0.1:4010/v1').sandbox).toBe('http://127.0.0.1:4010/v1');
});

test('readCreateOptions: --sandbox alone is the one in this program', () => {
  expect(optionsOf('--sandbox').sandbox).toBe(true);
  expect(optionsOf().sandbox).toBe(false);
});

test('readCreateOptions: --quiet and --json never ask', () => {
  expect(optionsOf('--quiet').noInput).toBe(true);
  expect(optionsOf('--json').noInput).toBe(true);
  expect(optionsOf().noInput).toBe(false);
});
