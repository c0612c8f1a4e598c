import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { openDrawing } from '../../../test/draw-view.tsx';
import { drive, inSandbox, opened } from '../../../test/drive-wizard.ts';
import { frameWidth } from '../view.ts';
import { cursorOf, headerOf, rowWidths } from './frame.ts';
import { wizardView } from './open-ink.ts';

const size = { columns: 50, rows: 24 };

test.each([
  ['a menu', opened()],
  ['a field', inSandbox()],
  ['a field with letters of two cells', drive(inSandbox(), '"漢字👩‍👩‍👧"').state],
  ['the review', { ...inSandbox({ name: 'Ada', notes: 'long '.repeat(30) }), history: [] }],
])('the rows of %s are as wide as they are drawn', async (_name, state) => {
  const view = wizardView({ ...state, history: [] }, size);
  await using drawing = openDrawing(size);
  await drawing.draw(view);
  const drawn = drawing.screen.rows().map((row) => stringWidth(row));
  const reported = rowWidths(view, frameWidth(size));
  expect(reported).toHaveLength(drawn.length);
  // A row that is cut may end a cell early, before a letter of two.
  const differences = reported.map((width, row) => width - (drawn[row] ?? 0));
  expect(differences.filter((cells) => cells !== 0 && cells !== 1)).toEqual([]);
  expect(drawing.screen.cursor()).toEqual(cursorOf(view));
});

test.each([
  [60, '33% · 2 s left · '],
  [38, '2 s left · '],
  [28, ''],
])('headerOf: in %i columns, the last part of how far it is stays longest', (width, aside) => {
  const view = { title: 'Importing 1 of 3', aside: '33% · 2 s left', account: 'sandbox' } as const;
  expect(headerOf(view, width)).toMatchObject({ title: 'Importing 1 of 3', aside, account: 'sandbox' });
});
