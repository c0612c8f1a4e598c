import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { readCustomerText } from '../reading/read-customer-text.ts';
import { validateCustomer } from './validate-customer.ts';

test('a complete customer has no issues', () => {
  expect(
    validate({
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      userId: 'user-1843',
      company: 'Analytical Engines Ltd',
      phone: '+10233456781',
      firstSeen: '1603885746',
      source: 'https://example.com/pricing',
      locale: 'uk',
      createdFrom: 'telegram',
      integrationId: '465847687',
      notes: 'Prefers e-mail.',
      tags: [{ name: 'vip', color: '#ff0000' }],
      customData: [{ property: 'plan', value: 'pro' }],
    }),
  ).toEqual([]);
});

test('issues come in the order of the fields, the whole first and unknown fields last', () => {
  const paths = validate({ foo: 1, notes: 5, tags: 5, locale: 'xx', company: 5 }).map(({ path }) => path);
  expect(paths).toEqual(['', '/company', '/locale', '/notes', '/tags', '/foo']);
});

test('where a value could not be read no rule adds to that', () => {
  expect(codesOf({ name: 'Ada', tags: [5, { name: 5 }, { color: 'red' }] })).toEqual([
    'wrong-type',
    'wrong-type',
    'tag-without-name',
  ]);
});

test('a tag that cannot be read hides nothing about the others', () => {
  expect(codesOf({ name: 'Ada', tags: [{ name: 'vip' }, { name: 'vip', color: 5 }] })).toEqual([
    'wrong-type',
    'duplicate-tag',
  ]);
});

test('validateCustomer: an unreadable tag does not hide "no-identity"', () => {
  expect(codesOf({ company: 'Analytical Engines Ltd', tags: [5] })).toEqual(['no-identity', 'wrong-type']);
});

test.each(['name', 'email', 'userId'])('a %s that cannot be read is not called missing', (key) => {
  expect(codesOf({ [key]: true, company: 'Analytical Engines Ltd' })).toEqual(['wrong-type']);
});

test('a customer that could not be read at all is not called empty too', () => {
  expect(codesOf({ name: 5 })).toEqual(['wrong-type']);
});

test('validateCustomer: a list and null are not "empty-customer" too', () => {
  expect([codesOf([]), codesOf(null)]).toEqual([['list-of-customers'], ['not-an-object']]);
});

test('a key written twice does not hide what is wrong with its value', () => {
  const read = readCustomerText('{"email": "a@b.cd", "email": "ada"}');
  expect(validateCustomer(read, { now: 0 }).map(({ code }) => code)).toEqual([
    'duplicate-key',
    'invalid-email',
  ]);
});

test('validateCustomer: keeps a thousand of 15,000 issues', () => {
  const tags = Array.from({ length: 30_000 }, (_, index) => (index % 2 ? 5 : {}));
  expect(validate({ name: 'Ada', tags }).at(-1)).toMatchObject({ code: 'more-issues', count: 14_000 });
});
