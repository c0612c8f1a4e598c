import { expect, test } from 'vitest';
import { now } from '../../test/validate.ts';
import { readJsonText } from '../reading/json-text.ts';
import { validateCustomerFile } from './validate-customer-file.ts';

function summary(text: string) {
  const { customers, issues } = validateCustomerFile(readJsonText(text), { now });
  return {
    customers: customers.map(({ path, issues }) => [path, issues.map((issue) => issue.code + issue.path)]),
    issues: issues.map(({ code, path }) => code + path),
  };
}

test('validateCustomerFile: validates one customer', () => {
  expect(summary('{"name": "Ada", "locale": "pt-br"}')).toEqual({
    customers: [['', ['unknown-locale/locale']]],
    issues: [],
  });
});

test('each customer of a list has its own issues, at paths that begin at the customer', () => {
  expect(summary('[{"name": "Ada"}, {"name": 5}, "Grace"]').customers).toEqual([
    ['/0', []],
    ['/1', ['wrong-type/name']],
    ['/2', ['not-an-object']],
  ]);
});

test('what only the text shows goes to the customer it is in', () => {
  expect(summary('{"data": [{"name": "Ada", "name": "Ada"}], "total": 1, "total": 1}')).toEqual({
    customers: [['/data/0', ['duplicate-key/name']]],
    issues: ['duplicate-key/total'],
  });
});

test('a key in a file is an error, since files are shared', () => {
  const text = JSON.stringify({ userId: 'k'.repeat(328) });
  const [customer] = validateCustomerFile(readJsonText(text), { now }).customers;
  expect(customer?.issues).toEqual([{ code: 'key-like-text', severity: 'error', path: '/userId' }]);
});

test('validateCustomerFile: reports only "not-json" for text that is not JSON', () => {
  expect(summary('[{"name": "Ada"')).toEqual({ customers: [], issues: ['not-json'] });
});

test('a userId that an earlier customer of the list has is an error at the later one', () => {
  const text = '[{"userId": "u1"}, {"name": "Ada"}, {"userId": " u1 "}]';
  expect(validateCustomerFile(readJsonText(text), { now }).customers[2]?.issues).toEqual([
    {
      code: 'duplicate-user-id',
      severity: 'error',
      path: '/userId',
      userId: 'u1',
      firstPath: '/0/userId',
      first: 1,
    },
  ]);
});

test('an email that an earlier customer of the list has is advice, in any case', () => {
  const text = '[{"email": "ada@example.com"}, {"email": "Ada@Example.com"}]';
  expect(validateCustomerFile(readJsonText(text), { now }).customers[1]?.issues).toEqual([
    {
      code: 'duplicate-email',
      severity: 'advice',
      path: '/email',
      email: 'Ada@Example.com',
      firstPath: '/0/email',
      first: 1,
    },
  ]);
});

test('validateCustomerFile: with the memory of an earlier version, validates only new customers', () => {
  const first = validateCustomerFile(readJsonText('[{"userId": "a"}, {"userId": "b", "id": 1}]'), { now });
  const text = '[{"userId": "b", "id": 1}, {"userId": "b"}]';
  const again = validateCustomerFile(readJsonText(text), { now }, first.memory);
  expect(again.customers[0]?.draft).toBe(first.customers[1]?.draft);
  expect(again.customers).toEqual(validateCustomerFile(readJsonText(text), { now }).customers);
});

test('validateCustomerFile: validates the first 50,000 customers', () => {
  const { customers, issues } = validateCustomerFile(readJsonText(`[${'{"name":"a"},'.repeat(50_001)}]`), {
    now,
  });
  expect([customers.length, issues]).toEqual([
    50_000,
    [{ code: 'many-customers', severity: 'advice', path: '', count: 50_001, limit: 50_000 }],
  ]);
});
