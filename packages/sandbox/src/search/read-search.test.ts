import { expect, test } from 'vitest';
import { readSearch } from './read-search.ts';

const filter = (field: unknown, operator: unknown, value: unknown) => ({
  filter: [{ field, operator, value }],
});
const choice = 'The value you selected is not a valid choice.';

test.each([
  ['no JSON', 'search', 'This value should be valid JSON.'],
  [[], 'search', 'This value should be of type object.'],
  [{ filter: {} }, 'filter', 'This value should be of type array.'],
  [{ filter: ['customers.id'] }, 'filter[0]', 'This value should be of type object.'],
  [filter('customers.age', '=', '1'), 'filter[0].field', choice],
  [filter('email', '=', 'ada@example.com'), 'filter[0].field', choice],
  [{ filter: [{}] }, 'filter[0].field', 'This field is missing.'],
  [filter('customers.email', '==', 'ada@example.com'), 'filter[0].operator', choice],
  [filter('customers.email', '>', 'a'), 'filter[0].operator', choice],
  [filter('customers.id', '~', 1), 'filter[0].operator', choice],
  [filter('customers.tagsData', '!=', [{ name: 'vip' }]), 'filter[0].operator', choice],
  [filter('customers.userId', '=', 1815), 'filter[0].value', 'This value should be of type string.'],
  [filter('customers.id', '=', 'one'), 'filter[0].value', 'This value should be of type numeric.'],
  [
    filter('customers.lastSeen', '>', '18 Jun 2020'),
    'filter[0].value',
    'This value should be of type numeric.',
  ],
  [filter('customers.tagsData', '=', ['vip']), 'filter[0].value', 'This value should be of type array.'],
  [{ comparison: 'XOR' }, 'comparison', choice],
  [{ order: 'up' }, 'order', choice],
  [{ sort: 'customers.shoeSize' }, 'sort', choice],
  [{ limit: '5' }, 'limit', 'This value should be of type integer.'],
  [{ limit: 0 }, 'limit', 'This value should be positive.'],
  [{ offset: -1 }, 'offset', 'This value should be either positive or zero.'],
])('%j is refused at %s', (body, code, message) => {
  const read = readSearch(typeof body === 'string' ? body : JSON.stringify(body));
  expect(read).toEqual({ ok: false, problems: [{ code, message }] });
});

test('the second filter is named by its own place', () => {
  const read = readSearch(
    JSON.stringify({
      filter: [
        { field: 'customers.id', operator: '=', value: 1 },
        { field: 'customers.id', operator: '?', value: 1 },
      ],
    }),
  );
  expect(read).toEqual({ ok: false, problems: [{ code: 'filter[1].operator', message: choice }] });
});
