import { expect, test } from 'vitest';
import { keyOf } from '../../test/connections.ts';
import { hideKey } from './hide-key.ts';

const key = 'aB3+/=-0123456789';

test('the key is hidden wherever an answer repeats it, names included', () => {
  const answer = {
    name: `Bearer ${key}`,
    tags: [{ name: key }],
    customData: { [key]: 1, seats: 12 },
    id: 4,
    email: null,
  };
  expect(hideKey(answer, keyOf(key))).toEqual({
    name: 'Bearer [hidden]',
    tags: [{ name: '[hidden]' }],
    customData: { '[hidden]': 1, seats: 12 },
    id: 4,
    email: null,
  });
});

test('an answer without the key stays as it is, whatever else looks like one', () => {
  const answer = { notes: 'k'.repeat(400), list: ['a', true] };
  expect(hideKey(answer, keyOf(key))).toEqual(answer);
});

test('a short key made up for a sandbox tears no words apart', () => {
  expect(hideKey({ name: 'a key' }, keyOf('key'))).toEqual({ name: 'a key' });
});

test('a __proto__ of an answer stays a property', () => {
  const hidden = hideKey(JSON.parse('{"__proto__": {"name": "x"}}'), keyOf(key));
  expect([Object.keys(Object(hidden)), Object.getPrototypeOf(hidden)]).toEqual([
    ['__proto__'],
    Object.prototype,
  ]);
});
