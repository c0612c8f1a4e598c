import { expect, test } from 'vitest';
import { colorCodes } from './terminal.ts';

test('colorCodes: counts colors of every kind, not bold, dim or movements', () => {
  expect(colorCodes('\u001b[31ma\u001b[38;5;9mb\u001b[1;48;2;1;2;3mc\u001b[95md')).toBe(4);
  expect(colorCodes('\u001b[1ma\u001b[2mb\u001b[0m\u001b[39m\u001b[3A\u001b[31G')).toBe(0);
});
