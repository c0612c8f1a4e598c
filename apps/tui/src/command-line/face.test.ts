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

test.each([{ ACCESSIBLE: '1' }, { ACCESSIBLE: 'true' }, { TERM: 'dumb' }])(
  '%j does in a terminal',
  (environment) => {
    expect(faceFor([], true, environment)).toBe('accessible');
    expect(faceFor([], false, environment)).toBe('no-questions');
  },
);

test.each(['', '0', 'false'])('ACCESSIBLE=%j is none', (ACCESSIBLE) => {
  expect(faceFor([], true, { ACCESSIBLE })).toBe('wizard');
});
