import { expect, test } from 'vitest';
import { history } from '../commands/history/history.ts';
import { login } from '../commands/login.ts';
import { status } from '../commands/status.ts';
import { readArguments } from './arguments.ts';
import { readCreateOptions, validateCreateOptions } from './create-options.ts';
import { createFlags } from './flags.ts';

function argumentsOf(...argv: readonly string[]) {
  const reading = readArguments(argv, { flags: createFlags });
  if (!reading.ok) throw new Error(reading.message);
  return reading.args;
}

function messageOf(...argv: readonly string[]): string | undefined {
  return validateCreateOptions(argumentsOf(...argv));
}

function optionsOf(...argv: readonly string[]) {
  return readCreateOptions(argumentsOf(...argv));
}

test('validateCreateOptions: custom data without an equals sign is not left out silently', () => {
  expect(messageOf('--custom-data', 'plan:pro')).toBe(
    '--custom-data takes PROPERTY=VALUE; "plan:pro" has no equals sign.',
  );
});

test('validateCreateOptions: letters that were torn on the way in are refused, as in a file', () => {
  expect(messageOf('--name', 'Andr\ufffd')).toBe('--name is not UTF-8 text.');
});

test('validateCreateOptions: --resume goes with fields and with --sandbox', () => {
  expect(messageOf('--resume', '--name', 'Ada', '--sandbox')).toBeUndefined();
});

test.each([['--from', '-'], ['--json'], ['--quiet'], ['--no-input'], ['--dry-run']])(
  'validateCreateOptions: --resume does not go with %s',
  (...other) => {
    expect(messageOf('--resume', ...other)).toMatch(/^--resume and /u);
  },
);

test('validateCreateOptions: --forget takes no other option', () => {
  expect(messageOf('--forget')).toBeUndefined();
  expect(messageOf('--forget', '--json')).toBe('--forget deletes drafts and takes no other option.');
});

test.each([
  [['--again', 'a'], '--again allows a resend, and needs --yes.'],
  [['--json', '--quiet'], '--json and --quiet exclude each other. Give one of them.'],
  [
    ['--no-ledger', '--idempotency-key', 'a'],
    '--idempotency-key and --no-ledger exclude each other: it needs the ledger.',
  ],
  [['--no-ledger', '--take-over'], '--take-over and --no-ledger exclude each other: it needs the ledger.'],
])('validateCreateOptions: %j is refused', (argv, message) => {
  expect(messageOf(...argv)).toBe(message);
});

test.each(['0', '-1', 'soon', '3601', 'Infinity'])('readArguments: --timeout=%s is refused', (timeout) => {
  for (const flags of [createFlags, login.flags, status.flags, history.flags]) {
    expect(readArguments([`--timeout=${timeout}`], { flags })).toEqual({
      ok: false,
      message: `--timeout takes seconds from 1 to 3600, not "${timeout}". Example: --timeout 10`,
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
