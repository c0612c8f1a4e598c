import { expect, test } from 'vitest';
import type { CreateCustomerPayload } from '../customer/draft.ts';
import type { JsonObject } from '../customer/json.ts';
import { compareAnswer } from './compare.ts';

const same = { dropped: [], changed: [] };

test.each<[string, CreateCustomerPayload, JsonObject]>([
  ['equal texts', { name: 'Ada' }, { id: 1, name: 'Ada', email: null }],
  ['a date as a number', { firstSeen: '1603885746' }, { firstSeen: 1603885746 }],
  ['a date as older pages write it', { firstSeen: '1603885746' }, { firstSeen: '2020-10-28 11:49:06' }],
  ['a date with milliseconds', { firstSeen: '1607542030' }, { firstSeen: '1607542030.713' }],
  ['an id as a number', { userId: '1843' }, { userId: 1843 }],
  [
    'tags in another order',
    { tags: [{ name: 'a' }, { name: 'b' }] },
    { tags: [{ name: 'b' }, { name: 'a' }] },
  ],
  ['a color that was not asked for', { tags: [{ name: 'a' }] }, { tags: [{ name: 'a', color: '#c377e0' }] }],
  [
    'a color written differently',
    { tags: [{ name: 'a', color: 'red' }] },
    { tags: [{ name: 'a', color: '#FF0000' }] },
  ],
  [
    'custom data as a map',
    { customData: [{ property: 'plan', value: 'pro' }] },
    { customData: { plan: 'pro' } },
  ],
  [
    'custom data as a list',
    { customData: [{ property: 'plan', value: 'pro' }] },
    { customData: [{ property: 'plan', value: 'pro' }] },
  ],
  [
    'a custom date as a number',
    { customData: [{ property: 'd', value: '1603885746' }] },
    { customData: { d: 1603885746 } },
  ],
  [
    'a custom date as older pages write it',
    { customData: [{ property: 'd', value: '1603885746' }] },
    { customData: { d: '2020-10-28 11:49:06' } },
  ],
  [
    'false and zero',
    {
      customData: [
        { property: 'a', value: false },
        { property: 'b', value: 0 },
      ],
    },
    { customData: { a: false, b: 0 } },
  ],
  ['no custom data sent and an empty list back', { name: 'Ada' }, { name: 'Ada', customData: [] }],
])('%s are no difference', (_what, payload, answer) => {
  expect(compareAnswer(payload, answer)).toEqual(same);
});

test.each<[string, CreateCustomerPayload, JsonObject, string]>([
  ['a field that is missing', { notes: 'n' }, {}, '/notes'],
  ['a field that is null', { notes: 'n' }, { notes: null }, '/notes'],
  ['a tag', { tags: [{ name: 'a' }, { name: 'b' }] }, { tags: [{ name: 'a' }] }, '/tags/1'],
  ['tags as a whole', { tags: [{ name: 'a' }] }, { tags: null }, '/tags/0'],
  ['a color', { tags: [{ name: 'a', color: 'red' }] }, { tags: [{ name: 'a' }] }, '/tags/0/color'],
  [
    'a custom attribute',
    { customData: [{ property: 'a', value: 1 }] },
    { customData: {} },
    '/customData/0/value',
  ],
  [
    'custom data that is an empty list',
    { customData: [{ property: 'a', value: 1 }] },
    { customData: [] },
    '/customData/0/value',
  ],
  [
    'a property that every object has',
    { customData: [{ property: 'toString', value: 1 }] },
    { customData: {} },
    '/customData/0/value',
  ],
])('%s is dropped', (_what, payload, answer, path) => {
  expect(compareAnswer(payload, answer)).toEqual({ dropped: [path], changed: [] });
});

test.each<[string, CreateCustomerPayload, JsonObject, object]>([
  ['a text', { name: 'Ada' }, { name: 'ADA' }, { path: '/name', sent: 'Ada', got: 'ADA' }],
  ['a blank text', { name: 'Ada' }, { name: '' }, { path: '/name', sent: 'Ada', got: '' }],
  ['another kind', { name: 'Ada' }, { name: ['Ada'] }, { path: '/name', sent: 'Ada', got: ['Ada'] }],
  [
    'another moment',
    { firstSeen: '1603885746' },
    { firstSeen: 1603885747 },
    { path: '/firstSeen', sent: '1603885746', got: 1603885747 },
  ],
  ['a zero at the start', { userId: '0123' }, { userId: 123 }, { path: '/userId', sent: '0123', got: 123 }],
  [
    'a color',
    { tags: [{ name: 'a', color: 'red' }] },
    { tags: [{ name: 'a', color: 'blue' }] },
    { path: '/tags/0/color', sent: 'red', got: 'blue' },
  ],
  [
    'a custom value',
    { customData: [{ property: 'a', value: '12' }] },
    { customData: { a: 12.5 } },
    { path: '/customData/0/value', sent: '12', got: 12.5 },
  ],
  [
    'the earlier of two values of one property',
    {
      customData: [
        { property: 'a', value: 1 },
        { property: 'a', value: 2 },
      ],
    },
    { customData: { a: 2 } },
    { path: '/customData/0/value', sent: 1, got: 2 },
  ],
])('%s is changed', (_what, payload, answer, change) => {
  expect(compareAnswer(payload, answer)).toEqual({ dropped: [], changed: [change] });
});

test.each<[string, JsonObject]>([
  ['numbers', { tags: 5, customData: 5 }],
  ['lists of anything', { tags: [null, 5, 'a', {}], customData: [null, 5, 'a', {}, { property: null }] }],
  ['texts', { tags: 'a', customData: 'a' }],
])('an answer whose parts are %s is still compared', (_what, answer) => {
  const payload = { tags: [{ name: 'a' }], customData: [{ property: 'a', value: 1 }] };
  expect(compareAnswer(payload, answer)).toEqual({
    dropped: ['/tags/0', '/customData/0/value'],
    changed: [],
  });
});
