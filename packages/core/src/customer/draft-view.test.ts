import { expect, test } from 'vitest';
import { buildPayload } from './draft-view.ts';

test('the documented request body goes in and comes out equal', () => {
  const documented = {
    name: '…',
    email: '…',
    userId: '…',
    company: '…',
    phone: '+10233456781',
    firstSeen: '1603885746',
    source: 'https://…',
    locale: 'uk',
    createdFrom: 'telegram',
    integrationId: '465847687',
    notes: '…',
    tags: [{ name: '…', color: '#ff0000' }],
    customData: [{ property: '…', value: '…' }],
  };
  expect(buildPayload(documented)).toEqual(documented);
});

test('the fields travel in the order in which a person is asked', () => {
  expect(Object.keys(buildPayload({ notes: 'n', email: 'e', name: 'a' }))).toEqual([
    'name',
    'email',
    'notes',
  ]);
});

test('every text is trimmed, inside tags and custom data too', () => {
  const payload = buildPayload({
    name: ' Ada\n',
    tags: [{ name: ' vip ', color: ' red ' }],
    customData: [{ property: ' plan ', value: ' pro ' }],
  });
  expect(payload).toEqual({
    name: 'Ada',
    tags: [{ name: 'vip', color: 'red' }],
    customData: [{ property: 'plan', value: 'pro' }],
  });
});

test('blank texts and empty lists are left out', () => {
  expect(buildPayload({ name: ' ', email: '', firstSeen: ' ', tags: [], customData: {} })).toEqual({});
});

test('a tag without a name and a custom attribute without a half stay at home', () => {
  const payload = buildPayload({
    tags: [{ color: 'red' }, { name: ' ' }],
    customData: [{ property: 'plan' }, { value: 'pro' }, { property: 'team', value: ' ' }],
  });
  expect(payload).toEqual({});
});

test('a blank color is left out of its tag', () => {
  expect(buildPayload({ tags: [{ name: 'vip', color: ' ' }] })).toEqual({ tags: [{ name: 'vip' }] });
});

test('custom data written as a map travels as a list, in its order', () => {
  expect(buildPayload({ customData: { trial: false, seats: 0, plan: 'pro' } })).toEqual({
    customData: [
      { property: 'trial', value: false },
      { property: 'seats', value: 0 },
      { property: 'plan', value: 'pro' },
    ],
  });
});

test('a date as text travels as a string of UNIX seconds', () => {
  expect(buildPayload({ firstSeen: '2020-10-28T11:49:06Z' })).toEqual({ firstSeen: '1603885746' });
});

test('a date as a number travels as a string of UNIX seconds', () => {
  expect(buildPayload({ firstSeen: 1603885746.9 })).toEqual({ firstSeen: '1603885746' });
});

test('a date that cannot be read stays as it was written', () => {
  expect(buildPayload({ firstSeen: ' yesterday ' })).toEqual({ firstSeen: 'yesterday' });
});

test('a number that JSON does not have stays at home', () => {
  expect(buildPayload({ customData: { a: Number.NaN, b: Number.POSITIVE_INFINITY, c: 1 } })).toEqual({
    customData: [{ property: 'c', value: 1 }],
  });
});

test('nothing is invented', () => {
  expect(buildPayload({})).toEqual({});
});
