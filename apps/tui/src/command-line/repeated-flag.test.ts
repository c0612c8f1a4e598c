import { expect, test } from 'vitest';
import { readCommandLine } from './read-command-line.ts';

test('a flag with one value is not given twice', () => {
  expect(readCommandLine(['--name', 'Ada', '--name', 'Grace'])).toMatchObject({
    ok: false,
    problem: '--name is given twice; give it once.',
  });
});

test('tags are given one flag each, and a switch as often as one likes', () => {
  expect(readCommandLine(['--tag', 'vip', '--tag', 'beta', '--json', '--json'])).toMatchObject({ ok: true });
});
