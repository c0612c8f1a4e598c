import { openScreen } from '@helpcrunch-customer-kit/testing/screen';
import { expect, test } from 'vitest';
import { createInkOutput, eraseFrame, reflowOf } from './ink-output.ts';

const exact = reflowOf({});
const vscode = reflowOf({ TERM_PROGRAM: 'vscode' });

/** The first row on its own, so that tmux does not keep a whole screen that is cleared from its corner. */
const below = '\u001b7\u001b[K\u001b[B\u001b[J\u001b8';

test('rows that still fit are counted once, those that were broken as often as they take', () => {
  const frame = { widths: [20, 50, 10], cursor: { x: 0, y: 2 } };
  expect(eraseFrame(frame, 60, exact)).toBe(`\r\u001b[2A${below}`);
  expect(eraseFrame(frame, 40, exact)).toBe(`\r\u001b[3A${below}`);
});

test('a cursor behind the edge stands a row further down where its row is broken, too', () => {
  const frame = { widths: [10, 50], cursor: { x: 45, y: 1 } };
  expect(eraseFrame(frame, 40, exact)).toBe(`\r\u001b[2A${below}`);
  expect(eraseFrame(frame, 40, vscode)).toBe(`\r\u001b[1A${below}`);
});

test('createInkOutput: Ink erases below the cursor in two steps, too', () => {
  const written: unknown[] = [];
  const output = { write: (text: unknown) => written.push(text) } as unknown as NodeJS.WriteStream;
  createInkOutput(output).stream.write('\u001b[2A\u001b[1G\u001b[Jtext');
  expect(written).toEqual([`\u001b[2A\u001b[1G${below}text`]);
});

test('in xterm.js rows that are broken below the cursor move it down, too', async () => {
  const screen = openScreen({ columns: 60, rows: 10 });
  await screen.write(`above\r\ntitle\r\nfirst\r\n${'x'.repeat(50)}\r\nlast\r\n\u001b[3A`);
  screen.resize({ columns: 40, rows: 10 });
  await screen.write(eraseFrame({ widths: [5, 5, 50, 4], cursor: { x: 0, y: 1 } }, 40, vscode));
  expect(screen.rows()).toEqual(['above']);
  expect(screen.cursor()).toEqual({ x: 0, y: 1 });
});

test('without a cursor, it stands below the last row', () => {
  expect(eraseFrame({ widths: [10, 10], cursor: undefined }, 40, exact)).toBe(`\r\u001b[2A${below}`);
});

test.each([
  ['a narrower', { columns: 40, rows: 10 }],
  ['a lower', { columns: 60, rows: 4 }],
  ['a smaller', { columns: 40, rows: 6 }],
])('in %s window what was drawn is gone, and what was printed before stays', async (_name, size) => {
  const screen = openScreen({ columns: 60, rows: 10 });
  await screen.write(`above\r\ntitle\r\n${'x'.repeat(50)}\r\nshort\r\nlast\r\n\u001b[2A`);
  screen.resize(size);
  await screen.write(eraseFrame({ widths: [5, 50, 5, 4], cursor: { x: 0, y: 2 } }, size.columns, vscode));
  expect(screen.rows()).toEqual(['above']);
  expect(screen.cursor()).toEqual({ x: 0, y: 1 });
});
