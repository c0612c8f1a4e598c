import { expect, test } from 'vitest';
import { readCommand } from './commands.ts';

test('a command is the first word, and a separator before it is let pass', () => {
  expect(readCommand(['--', 'login', '--no-verify'])).toEqual({
    kind: 'command',
    name: 'login',
    words: ['--no-verify'],
  });
});

test('flags alone are about a customer', () => {
  expect(readCommand([])).toBeUndefined();
  expect(readCommand(['--name', 'login'])).toBeUndefined();
});

test('no command takes a key', () => {
  expect(readCommand(['login', 'abc'])).toMatchObject({ kind: 'problem' });
  expect(readCommand(['login', '--key', 'abc'])).toMatchObject({ kind: 'problem' });
});

test('completion wants the name of a shell', () => {
  expect(readCommand(['completion'])).toMatchObject({ kind: 'problem' });
  expect(readCommand(['completion', 'fish'])).toMatchObject({ kind: 'command' });
});

test('help is help, whatever follows it', () => {
  expect(readCommand(['help', 'login'])).toEqual({ kind: 'help' });
});

test('history reads its own words', () => {
  expect(readCommand(['history', 'forget', 'a', 'b', '--json'])).toEqual({
    kind: 'command',
    name: 'history',
    words: ['forget', 'a', 'b', '--json'],
  });
  expect(readCommand(['history', '--help'])).toEqual({ kind: 'help' });
});
