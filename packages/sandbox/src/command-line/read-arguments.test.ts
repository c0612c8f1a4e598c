import { expect, test } from 'vitest';
import { readArguments } from './read-arguments.ts';

test.each([
  [[], { kind: 'run', port: 4010, scenario: undefined }],
  [['--'], { kind: 'run', port: 4010, scenario: undefined }],
  [['--', '--port', '0'], { kind: 'run', port: 0, scenario: undefined }],
  [['--port=65535', '--scenario=slow'], { kind: 'run', port: 65_535, scenario: 'slow' }],
  [['--help', '--port', '8080'], { kind: 'help' }],
  [['-h'], { kind: 'help' }],
])('%j is understood', (argv, command) => {
  expect(readArguments(argv)).toEqual(command);
});

test.each([
  [['--port', 'x'], '--port takes a number from 0 to 65535, not "x".'],
  [['--port', '65536'], '--port takes a number from 0 to 65535, not "65536".'],
  [['--port'], "Option '--port <value>' argument missing."],
  [['--scenario', 'rain'], 'There is no scenario called "rain"; --help lists them all.'],
  [['--rain'], "Unknown option '--rain'."],
  [['rain'], "Unexpected argument 'rain'."],
])('%j is wrong, in one sentence', (argv, sentence) => {
  expect(readArguments(argv)).toEqual({ kind: 'wrong', sentence });
});
