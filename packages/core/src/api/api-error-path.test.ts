import { expect, test } from 'vitest';
import { apiErrorPath } from './api-error-path.ts';

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
