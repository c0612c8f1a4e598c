import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test.each([
  [[], { kind: 'run', port: 4010, scenario: undefined }],
  [['--'], { kind: 'run', port: 4010, scenario: undefined }],
  [['--', '--port', '0'], { kind: 'run', port: 0, scenario: undefined }],
  [['--port=65535', '--scenario=slow'], { kind: 'run', port: 65_535, scenario: 'slow' }],
  [
    ['--store', 'x.jsonl', '--speed', '1000', '--faults', '7', '--webhook', 'http://localhost:9/hook'],
    { kind: 'run', port: 4010, store: 'x.jsonl', speed: 1000, faults: 7, webhook: 'http://localhost:9/hook' },
  ],
  [['--help', '--port', '8080'], { kind: 'help' }],
  [['-h'], { kind: 'help' }],
])('readArguments: reads %j', (argv, command) => {
  expect(readArguments(argv)).toEqual(command);
});

test.each([
  [['--port', 'x'], '--port takes a number from 0 to 65535, not "x".'],
  [['--port', '65536'], '--port takes a number from 0 to 65535, not "65536".'],
  [['--port'], "Option '--port <value>' argument missing."],
  [['--scenario', 'rain'], 'Unknown scenario: "rain". Run --help to see all scenarios.'],
  [['--speed', '0'], '--speed takes a number from 1 to 9999, not "0".'],
  [['--faults', 'x'], '--faults takes a number as its seed, not "x".'],
  [['--webhook', 'file:///x'], '--webhook takes an http or https address, not "file:///x".'],
  [['--rain'], "Unknown option '--rain'."],
  [['rain'], "Unexpected argument 'rain'."],
])('readArguments: explains what is wrong in %j', (argv, message) => {
  expect(readArguments(argv)).toEqual({ kind: 'usage-error', message });
});
