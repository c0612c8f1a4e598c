import { expect, test } from 'vitest';
import { colorLevel } from './watch-terminal.ts';

test.each([
  [1, '0'],
  [4, '1'],
  [8, '2'],
  [24, '3'],
] as const)('%i bits are level %s', (bits, level) => {
  expect(colorLevel(bits, {})).toBe(level);
});

test('NO_COLOR is none, whatever the terminal can; an empty one does not count', () => {
  expect(colorLevel(24, { NO_COLOR: '0' })).toBe('0');
  expect(colorLevel(24, { NO_COLOR: '' })).toBe('3');
});
