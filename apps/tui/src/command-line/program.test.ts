import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';
import { readCreateOptions } from './create-options.ts';
import { createFlags } from './flags.ts';
import { chooseMode } from './program.ts';

function modeFor(
  argv: readonly string[],
  isTerminal: boolean,
  environment: Readonly<Record<string, string>> = {},
) {
  const reading = readArguments(argv, { flags: createFlags });
  if (!reading.ok) throw new Error(reading.message);
  return chooseMode(readCreateOptions(reading.args), { isTerminal: () => isTerminal, environment });
}

test('a terminal gets the wizard', () => {
  expect(modeFor([], true)).toBe('wizard');
  expect(modeFor(['--name', 'Ada'], true)).toBe('wizard');
});

test('without a terminal nothing is asked', () => {
  expect(modeFor(['--name', 'Ada'], false)).toBe('no-questions');
});

test('a complete command line leads to no question', () => {
  expect(modeFor(['--name', 'Ada', '--yes'], true)).toBe('no-questions');
  expect(modeFor(['--name', 'Ada', '--dry-run', '--accessible'], true)).toBe('no-questions');
  expect(modeFor(['--json'], true)).toBe('no-questions');
});

test('--accessible asks line by line, through a pipe, too', () => {
  expect(modeFor(['--accessible'], true)).toBe('lines');
  expect(modeFor(['--accessible'], false)).toBe('lines');
});

test.each(['1', 'true'])('ACCESSIBLE=%s does as --accessible does, through a pipe, too', (ACCESSIBLE) => {
  expect(modeFor([], true, { ACCESSIBLE })).toBe('lines');
  expect(modeFor([], false, { ACCESSIBLE })).toBe('lines');
  expect(modeFor(['--json'], true, { ACCESSIBLE })).toBe('no-questions');
});

test('a dumb terminal gets line mode; without a terminal, no questions', () => {
  expect(modeFor([], true, { TERM: 'dumb' })).toBe('lines');
  expect(modeFor([], false, { TERM: 'dumb' })).toBe('no-questions');
});

test.each(['', '0', 'false'])('ACCESSIBLE=%j is none', (ACCESSIBLE) => {
  expect(modeFor([], true, { ACCESSIBLE })).toBe('wizard');
});

test.each(['true', '1'])('CI=%s never asks', (CI) => {
  expect(modeFor([], true, { CI })).toBe('no-questions');
  expect(modeFor(['--accessible'], true, { CI, TERM: 'dumb' })).toBe('no-questions');
});

test('CI=false is none', () => {
  expect(modeFor([], true, { CI: 'false' })).toBe('wizard');
});

test('--quiet never asks', () => {
  expect(modeFor(['--quiet'], true)).toBe('no-questions');
});
