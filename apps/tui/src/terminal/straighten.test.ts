import { expect, test } from 'vitest';
import { openScreen } from '../../test/screen.ts';
import { straighten } from './straighten.ts';

test('rows that still fit are counted once, those that were broken as often as they take', () => {
  const frame = { widths: [20, 50, 10], cursor: { x: 0, y: 2 } };
  expect(straighten(frame, 60)).toBe('\r\u001b[2A\u001b[J\n\n\n\u001b[1A');
  expect(straighten(frame, 40)).toBe('\r\u001b[3A\u001b[J\n\n\n\u001b[1A');
});

test('without a cursor, it stands below the last row', () => {
  expect(straighten({ widths: [10, 10], cursor: undefined }, 40)).toBe('\r\u001b[2A\u001b[J\n\n');
});

test('what was drawn is gone, what was said before stays, and the cursor is where it was', async () => {
  const screen = openScreen({ columns: 60, rows: 10 });
  const long = 'x'.repeat(50);
  await screen.write(`said\r\ntitle\r\n${long}\r\nshort\r\n\u001b[1A`);
  screen.resize({ columns: 40, rows: 10 });
  const sequence = straighten({ widths: [5, 50, 5], cursor: { x: 0, y: 2 } }, 40);
  await screen.write(sequence.replaceAll('\n', '\r\n'));
  expect(screen.rows()).toEqual(['said']);
  expect(screen.cursor()).toEqual({ x: 0, y: 3 });
});
