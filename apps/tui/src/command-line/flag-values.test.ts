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

test('custom data without an equals sign is not left out in silence', () => {
  expect(readCommandLine(['--custom-data', 'plan:pro'])).toMatchObject({
    ok: false,
    problem: '--custom-data takes PROPERTY=VALUE; "plan:pro" has no equals sign.',
  });
});

test('letters that were torn on the way in are refused, as in a file', () => {
  expect(readCommandLine(['--name', 'Andr\ufffd'])).toMatchObject({
    ok: false,
    problem: '--name is not UTF-8 text.',
  });
});
