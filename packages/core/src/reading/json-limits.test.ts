import { expect, test } from 'vitest';
import { defaultJsonLimits, limitIssue } from './json-limits.ts';
import { readJsonText } from './json-text.ts';

test('a text within the limits has no issue', () => {
  expect(limitIssue('{"a": [1, {"b": 2}]}')).toBeUndefined();
});

test('a text over the limit of characters says how long it is', () => {
  expect(limitIssue('"12345"', { characters: 6 })).toEqual({
    code: 'too-large',
    severity: 'error',
    path: '',
    characters: 7,
    limit: 6,
  });
});

test('a text at the limit of characters is fine', () => {
  expect(limitIssue('"12345"', { characters: 7 })).toBeUndefined();
});

test('as many levels as the limit are fine', () => {
  expect(limitIssue('[[[]]]', { depth: 3 })).toBeUndefined();
});

test('one level more than the limit is too deep', () => {
  expect(limitIssue('[[[{}]]]', { depth: 3 })).toEqual({
    code: 'too-deep',
    severity: 'error',
    path: '',
    limit: 3,
  });
});

test('lists beside one another are no deeper than one', () => {
  expect(limitIssue(`[${'[],'.repeat(500)}[]]`)).toBeUndefined();
});

test.each(['"[[[["', '/* [[[[ */ 1', '// [[[[\n1', '{"[[[": "}}}"}'])(
  'brackets in texts and comments do not count: %s',
  (text) => {
    expect(limitIssue(text, { depth: 1 })).toBeUndefined();
  },
);

test.each(['[', '{"a":', '[},', '{]', '[}', '{"a":[}'])(
  '%s over and over is too deep, not a crash',
  (part) => {
    expect(readJsonText(part.repeat(20_000)).value).toBeUndefined();
  },
);

test('a closing bracket of the other kind does not make room for more levels', () => {
  expect(limitIssue('[},'.repeat(200))).toMatchObject({ code: 'too-deep', limit: defaultJsonLimits.depth });
});
