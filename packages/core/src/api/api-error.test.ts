import { expect, test } from 'vitest';
import type { JsonValue } from '../customer/json.ts';
import { apiErrorPath, readApiErrors } from './api-error.ts';

test('the documented body is read entry by entry', () => {
  const errors = [
    { code: 'invalid_request', message: 'Invalid request' },
    { code: 'email', message: 'This value is not a valid email address.' },
  ];
  expect(readApiErrors({ errors })).toEqual(errors);
});

test.each<[string, JsonValue, unknown]>([
  ['a lone object', { errors: { code: 'email', message: 'bad' } }, [{ code: 'email', message: 'bad' }]],
  ['a map of sentences', { errors: { email: 'bad' } }, [{ code: 'email', message: 'bad' }]],
  [
    'a map of lists',
    { errors: { email: ['bad', 'worse', 5] } },
    [
      { code: 'email', message: 'bad' },
      { code: 'email', message: 'worse' },
    ],
  ],
  ['a list of sentences', { errors: ['bad', ' ', 'worse'] }, [{ message: 'bad' }, { message: 'worse' }]],
  ['one sentence', { errors: 'bad' }, [{ message: 'bad' }]],
  ['another name', { error: { message: 'bad' } }, [{ message: 'bad' }]],
  ['no errors but a message', { message: 'bad', status: 400 }, [{ message: 'bad' }]],
  ['null for errors, and a message', { errors: null, message: 'bad' }, [{ message: 'bad' }]],
  ['a list at the root', [{ code: 'email', message: 'bad' }], [{ code: 'email', message: 'bad' }]],
  ['a number for a code', { errors: [{ code: 42, message: 'bad' }] }, [{ code: '42', message: 'bad' }]],
  ['a code alone', { errors: [{ code: 'email' }] }, [{ code: 'email' }]],
  ['blanks around the words', { errors: [{ message: ' bad\n' }] }, [{ message: 'bad' }]],
  ['nothing reported', { errors: [{ code: ' ', message: '' }, {}, null, 5, true] }, []],
  ['wrong kinds', { errors: [{ code: {}, message: [] }] }, []],
  ['an empty list', { errors: [] }, []],
  ['nothing', {}, []],
  ['null', null, []],
  ['a number', 5, []],
])('%s is read', (_what, body, entries) => {
  expect(readApiErrors(body)).toEqual(entries);
});

test('what looks like a key is hidden, at a cut too', () => {
  const [error] = readApiErrors({ errors: [{ message: `${'x '.repeat(400)}${'k'.repeat(328)} end` }] });
  expect(error?.message).toMatch(/^(?:x ){400}\[hidden\] end$/);
});

test('long words are cut without half a character at the end', () => {
  const [error] = readApiErrors({ errors: [{ message: `a${'🎈'.repeat(600)}` }] });
  expect(error?.message?.isWellFormed()).toBe(true);
});

test('no more than a hundred entries are read', () => {
  expect(readApiErrors({ errors: Array.from({ length: 1000 }, () => 'bad') }).length).toBe(100);
});

test('lists within lists without end are given up', () => {
  let nested: JsonValue = 'bad';
  for (let level = 0; level < 50_000; level += 1) nested = [nested];
  expect(readApiErrors({ errors: nested })).toEqual([]);
});

test.each([
  ['email', '/email'],
  ['tags', '/tags'],
  ['tags[0]', '/tags/0'],
  ['tags[0].name', '/tags/0/name'],
  ['tags.0.name', '/tags/0/name'],
  ['tags[0][name]', '/tags/0/name'],
  ['customData[2].value', '/customData/2/value'],
  ['customer.email', '/email'],
  ['customers[0].tags[1].color', '/tags/1/color'],
  ['invalid_userId_value', '/userId'],
  ['invalid_email_value', '/email'],
])('%s names %s', (code, path) => {
  expect(apiErrorPath(code)).toBe(path);
});

test.each([
  '',
  'invalid_request',
  'customer',
  'customers[0]',
  'id',
  'limit',
  'filter[0].field',
  'unauthorized',
  'invalid_token',
  'invalid_limit_value',
  'constructor',
  '__proto__',
  'email is wrong',
  'email.',
  'tags[',
  'EMAIL',
  'x'.repeat(100_000),
])('%.30j names no field of ours', (code) => {
  expect(apiErrorPath(code)).toBeUndefined();
});
