import { expect, test } from 'vitest';
import { openDrawing } from '../../../test/draw-view.tsx';
import { drive, inSandbox, opened } from '../../../test/drive-wizard.ts';
import { createInkOutput } from '../../terminal/ink-output.ts';
import type { WizardState } from '../../wizard/wizard-state.ts';
import { wizardView } from './open-ink.ts';

const size = { columns: 60, rows: 20 };

function viewOf(state: WizardState) {
  return wizardView(state, size);
}

test('a menu is its title, its rows and its keys, the cursor on the chosen row', async () => {
  await using drawing = openDrawing(size);
  await drawing.draw(viewOf(opened()));
  expect(drawing.screen.rows()).toEqual([
    '◆ Where does the customer go?',
    '│   Sandbox',
    '│ ❯ HelpCrunch at api.example.com',
    '│ With the key from HELPCRUNCH_API_KEY.',
    expect.stringMatching(/^└ Enter choose/u),
  ]);
  expect(drawing.screen.cursor()).toEqual({ x: 2, y: 2 });
});

test('the caret stands behind letters of two cells and of many parts', async () => {
  await using drawing = openDrawing(size);
  const { state } = drive(inSandbox(), '"a👩‍👩‍👧漢e\u0301b"', 'left');
  await drawing.draw(viewOf(state));
  expect(drawing.screen.rows()).toContain('│ › a👩‍👩‍👧漢e\u0301b');
  expect(drawing.screen.rows()[drawing.screen.cursor().y]).toBe('│ › a👩‍👩‍👧漢e\u0301b');
  expect(drawing.screen.cursor().x).toBe(4 + 1 + 2 + 2 + 1);
});

test('a line longer than the screen scrolls under its caret, and stays one row', async () => {
  await using drawing = openDrawing(size);
  const typed = drive(inSandbox(), `"${'漢'.repeat(200)}end"`).state;
  await drawing.draw(viewOf(typed));
  expect(drawing.screen.rows().filter((row) => row.includes('漢'))).toEqual([
    expect.stringMatching(/^│ › …漢+end$/u),
  ]);
  await drawing.draw(viewOf(drive(typed, 'home').state));
  expect(drawing.screen.cursor().x).toBe(4);
});

test('answers scroll up, once each, and the question is redrawn below them', async () => {
  await using drawing = openDrawing(size);
  for (const keys of [['"Ada"'], ['"Ada"', 'enter'], ['"Ada"', 'enter', '"a"'], ['"Ada"', 'enter', '"ab"']])
    await drawing.draw(viewOf(drive(inSandbox(), ...keys).state));
  expect(drawing.screen.rows().slice(0, 5)).toEqual([
    '  Account         Sandbox (local)',
    '  Name            Ada',
    '',
    `◆ Email (2/13)${' '.repeat(38)}sandbox`,
    '│ › ab',
  ]);
});

test('what comes from outside is drawn without its controls', async () => {
  await using drawing = openDrawing(size);
  const evil = '\u001b[2J\u001b[1;1Hgone\u202e\u0007';
  const issues = [
    { code: 'refused', severity: 'error', path: '/name', message: evil, apiCode: undefined },
  ] as const;
  const rejected = { outcome: 'rejected', customerExists: 'no', status: 400, issues, request: {} } as const;
  const sending = drive(inSandbox({ name: evil }), 'enter').state;
  await drawing.draw(viewOf(drive(sending, { kind: 'ended', outcome: rejected }).state));
  expect(drawing.screen.text()).toMatch(/HelpCrunch says: .*gone/u);
  expect(drawing.screen.text()).not.toContain('\u202e');
  expect(drawing.screen.rows()[0]).toBe('  Account         Sandbox (local)');
});

test('once it is left, only what was printed stays', async () => {
  const drawing = openDrawing(size);
  await drawing.draw(viewOf(drive(inSandbox(), '"Ada"', 'enter').state));
  await drawing.leave();
  expect(drawing.screen.rows()).toEqual(['  Account         Sandbox (local)', '  Name            Ada']);
});

test('a value that takes several rows stays in its column, and begins with its first letter', async () => {
  const narrow = { columns: 40, rows: 20 };
  await using drawing = openDrawing(narrow);
  const typed = drive(inSandbox(), '"Ada Lovelace the first programmer of all"', 'enter').state;
  await drawing.draw(wizardView(typed, narrow));
  expect(drawing.screen.rows().slice(1, 3)).toEqual([
    '  Name           Ada Lovelace the first',
    '                 programmer of all',
  ]);
});

test('createInkOutput: leaves out what does nothing', () => {
  const key =
    '\u001b[3B\u001b[1G\u001b[E\u001b[E\u001b[7G\u001b[K\u001b[2m\u001b[22m\u001b[36m\u001b[39ma\r\n\u001b[E';
  const written: unknown[] = [];
  const output = { write: (text: unknown) => written.push(text) } as unknown as NodeJS.WriteStream;
  createInkOutput(output).stream.write(key);
  expect(written).toEqual(['\u001b[3B\u001b[1G\u001b[2E\u001b[7G\u001b[Ka\r\n\u001b[E']);
  createInkOutput(output).stream.write('\u001b[1m\u001b[2mx\u001b[22m');
  expect(written.at(-1)).toBe('\u001b[1m\u001b[2mx\u001b[22m');
});
