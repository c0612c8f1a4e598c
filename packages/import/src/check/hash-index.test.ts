import { expect, test } from 'vitest';
import { HashIndex } from './hash-index.ts';

/** Hashes that meet in a few slots, and some beyond 32 bits. */
const hashes = Array.from({ length: 5000 }, (_, n) => (n % 2 === 0 ? n * 1024 : 2 ** 51 + n));

test.each([
  ['64', Float64Array, 2 ** 50],
  ['32', Uint32Array, 2 ** 31],
])('HashIndex: values of %s bits are found after it grew', (_bits, Values, base) => {
  const index = new HashIndex(Values);
  for (const [n, hash] of hashes.entries()) index.set(hash, base + n);
  expect(hashes.map((hash) => index.get(hash))).toEqual(hashes.map((_, n) => base + n));
  expect(index.get(1)).toBeUndefined();
});

test('HashIndex: a hash that is set again has its last value', () => {
  const index = new HashIndex();
  index.set(7, 1);
  index.set(7, 2);
  expect(index.get(7)).toBe(2);
});
