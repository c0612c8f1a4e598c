import { expect, test } from 'vitest';
import { faceOf } from './face.ts';
import { readCommandLine } from './read-command-line.ts';

function faceFor(
  argv: readonly string[],
  isTerminal: boolean,
  environment: Readonly<Record<string, string>> = {},
) {
  const reading = readCommandLine(argv);
  if (!reading.ok) throw new Error(reading.problem);
  return faceOf(reading.commandLine, { isTerminal, environment });
}

test('a terminal gets the wizard', () => {
  expect(faceFor([], true)).toBe('wizard');
  expect(faceFor(['--name', 'Ada'], true)).toBe('wizard');
});

test('without a terminal nothing is asked', () => {
  expect(faceFor(['--name', 'Ada'], false)).toBe('no-questions');
});

test('whoever has said everything is asked nothing', () => {
  expect(faceFor(['--name', 'Ada', '--yes'], true)).toBe('no-questions');
  expect(faceFor(['--name', 'Ada', '--dry-run', '--accessible'], true)).toBe('no-questions');
  expect(faceFor(['--json'], true)).toBe('no-questions');
});

test('--accessible asks line by line, through a pipe, too', () => {
  expect(faceFor(['--accessible'], true)).toBe('accessible');
  expect(faceFor(['--accessible'], false)).toBe('accessible');
});

test.each(['1', 'true'])('ACCESSIBLE=%s does as --accessible does, through a pipe, too', (ACCESSIBLE) => {
  expect(faceFor([], true, { ACCESSIBLE })).toBe('accessible');
  expect(faceFor([], false, { ACCESSIBLE })).toBe('accessible');
  expect(faceFor(['--json'], true, { ACCESSIBLE })).toBe('no-questions');
});

test('a dumb terminal is asked line by line; without a terminal nobody is', () => {
  expect(faceFor([], true, { TERM: 'dumb' })).toBe('accessible');
  expect(faceFor([], false, { TERM: 'dumb' })).toBe('no-questions');
});

test.each(['', '0', 'false'])('ACCESSIBLE=%j is none', (ACCESSIBLE) => {
  expect(faceFor([], true, { ACCESSIBLE })).toBe('wizard');
});
