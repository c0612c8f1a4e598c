import { expect, test } from 'vitest';
import { planCustomer } from '../create/plan.ts';
import { readCustomerText } from './read-customer-text.ts';

function found(text: string): string[][] {
  return readCustomerText(text).issues.map(({ code, path }) => [code, path]);
}

test('JSON text is read as a customer', () => {
  expect(readCustomerText('{"name": "Ada", /* soon */ "tags": [{"name": "vip"},]}')).toMatchObject({
    draft: { name: 'Ada', tags: [{ name: 'vip' }] },
    issues: [],
  });
});

test('readCustomerText: reports only "not-json" for text that is not JSON', () => {
  expect(found('{"name": 5,,}')).toEqual([['not-json', '']]);
});

test('readCustomerText: reports "not-an-object" for null', () => {
  expect(found('null')).toEqual([['not-an-object', '']]);
});

test('what the text shows stands beside what the value shows', () => {
  expect(found('{"name": 5, "email": "a@b.cd", "email": "c@d.ef"}')).toEqual([
    ['duplicate-key', '/email'],
    ['wrong-type', '/name'],
  ]);
});

test('a number that is rounded is reported once, with the digits that were written', () => {
  expect(readCustomerText('{"userId": 9007199254740993}').issues).toEqual([
    {
      code: 'inexact-number',
      severity: 'error',
      path: '/userId',
      written: '9007199254740993',
      stored: '9007199254740992',
    },
  ]);
});

test.each([
  '{"name": "Ada", "id": 12345678901234567890}',
  '{"name": "Ada", "location": {"lat": 50.4501000000000000001}}',
  '{"name": "Ada", "tags": [{"name": "vip", "id": 12345678901234567890}]}',
  '{"name": "Ada", "somethingElse": [1e999]}',
])('readCustomerText: ignores a rounded number that is not sent: %s', (text) => {
  expect(readCustomerText(text).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('each issue has its way back to the text', () => {
  const text = '{"emoji": "🎈", "locale": 5}';
  const { issues, json } = readCustomerText(text);
  const places = issues.map(({ path }) => json.rangeOf(path));
  expect(places.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(['"🎈"', '5']);
});

test('limits can be chosen', () => {
  expect(readCustomerText('{"name": "Ada"}', { characters: 5 }).issues).toMatchObject([
    { code: 'too-large', limit: 5 },
  ]);
});

test('a file of a hundred thousand wrong things is read in a moment', () => {
  const { issues } = readCustomerText(`{"tags": [${'1e999,'.repeat(50_000)}0]}`);
  expect(issues.at(-1)).toMatchObject({ code: 'more-issues', count: 99_001 });
});

test('readCustomerText: a number with an exponent may have lost digits', () => {
  expect(readCustomerText('{"phone": 3.80E+11}').issues).toEqual([
    { code: 'number-as-text', severity: 'advice', path: '/phone', text: '380000000000', written: '3.80E+11' },
  ]);
});

test('planCustomer: the request never shows a number that lost digits', () => {
  const text =
    '{"name": "Ada", "userId": 9007199254740993, "customData": {"a": 12345678901234567890, "b": 1}}';
  const { isReady, request } = planCustomer(readCustomerText(text), { now: 0 });
  expect([isReady, request]).toEqual([false, { name: 'Ada', customData: [{ property: 'b', value: 1 }] }]);
});
