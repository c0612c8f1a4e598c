import { expect, test } from 'vitest';
import { drive, inSandbox, pasted } from '../../../../test/drive-wizard.ts';
import { cursorOf } from '../../../render/ink/frame.ts';
import { wizardView } from '../../../render/ink/open-ink.ts';
import type { ViewLine } from '../../../render/view.ts';
import { stepIndex, type WizardState } from '../../wizard-state.ts';
import { enteredDraft, openStep } from './state.ts';

const tags = [{ name: 'a' }, { name: 'b', color: 'red' }, { name: 'c' }];
const customData = [
  { property: 'plan', value: 'pro' },
  { property: 'zip', value: '12' },
  { property: 'seats', value: 3 },
];
const ctrlUnderscore = 'ctrl+_';

function at(key: 'tags' | 'customData'): WizardState {
  return openStep(inSandbox({ name: 'Ada', tags, customData }), stepIndex(key), 'review');
}

/** As it is drawn without its color. */
function shownRow(line: ViewLine | undefined): string {
  const { number = '', swatch = '', text = '' } = line ?? {};
  return `${number}${swatch}${swatch === '' ? '' : ' '}${text}`;
}

function look(state: WizardState, size = { columns: 90, rows: 30 }) {
  const view = wizardView(state, size);
  return {
    rows: view.body.map((line) => shownRow(line).replace(/^ {2}/u, '')),
    chosen: view.selected === undefined ? undefined : shownRow(view.body[view.selected]),
    line: view.input?.text,
    notes: view.notes.map(({ text }) => text).join(' '),
    keys: view.keys,
    cursor: cursorOf(view),
  };
}

function names(state: WizardState): (string | undefined)[] | undefined {
  return enteredDraft(state).tags?.map(({ name }) => name);
}

test('the arrows move among the items, the cursor with them, and stop at both ends', () => {
  const onItem = drive(at('tags'), 'up', 'up').state;
  expect(look(onItem)).toMatchObject({ chosen: '2. #ff0000 b  red', cursor: { x: 2, y: 3 } });
  expect(look(onItem).keys).toBe('Enter edit · Delete remove · ↑↓ move');
  expect(look(drive(onItem, 'up', 'up', 'up').state).chosen).toBe('1. a  no color');
  expect(look(drive(onItem, 'home').state).chosen).toBe('1. a  no color');
  const back = look(drive(onItem, 'down', 'down', 'down').state);
  expect(back).toMatchObject({ chosen: undefined, cursor: { x: 4, y: 5 } });
});

test('without items the arrows mean nothing', () => {
  const empty = openStep(inSandbox(), stepIndex('tags'), 'next');
  expect(drive(empty, 'up').state).toEqual(empty);
});

test('Enter takes an item onto the line, and Enter puts it back in its place', () => {
  const reopened = drive(at('tags'), 'up', 'up', 'enter').state;
  expect(look(reopened)).toMatchObject({
    rows: ['1. a  no color', '2. (being edited)', '3. c  no color'],
    line: 'b red',
    chosen: undefined,
  });
  const changed = drive(reopened, 'backspace', 'backspace', 'backspace', '"blue"', 'enter').state;
  expect(look(changed).rows).toEqual(['1. a  no color', '2. #0000ff b  blue', '3. c  no color']);
  expect(drive(changed, 'enter').state).toMatchObject({
    draft: { tags: [tags[0], { name: 'b', color: 'blue' }, tags[2]] },
    screen: { kind: 'review' },
  });
});

test('custom data comes back as it was written, and unchanged goes back as it was', () => {
  const reopened = drive(at('customData'), 'up', 'up', 'enter').state;
  expect(look(reopened).line).toBe('zip = "12"');
  expect(drive(reopened, 'enter', 'enter').state.draft.customData).toEqual(customData);
});

test('Delete and Backspace remove the chosen item, and undo brings each back where it was', () => {
  const removed = drive(at('tags'), 'up', 'up', 'delete').state;
  expect(look(removed)).toMatchObject({ rows: ['1. a  no color', '2. c  no color'] });
  expect(look(removed).chosen).toBe('2. c  no color');
  const none = drive(removed, 'backspace', 'backspace').state;
  expect(look(none)).toMatchObject({ rows: [], chosen: undefined });
  const restored = drive(none, ctrlUnderscore, ctrlUnderscore, ctrlUnderscore).state;
  expect(look(restored)).toMatchObject({ chosen: '2. #ff0000 b  red' });
  expect(names(restored)).toEqual(['a', 'b', 'c']);
});

test('undo goes back through what was typed since, and then through the items', () => {
  const typed = drive(at('tags'), 'up', 'delete', '"new"').state;
  expect(look(typed)).toMatchObject({ line: 'new', chosen: undefined });
  expect(look(drive(typed, ctrlUnderscore).state)).toMatchObject({ line: '' });
  expect(names(drive(typed, ctrlUnderscore, ctrlUnderscore).state)).toEqual(['a', 'b', 'c']);
});

test('undo takes an item that was added back onto the line', () => {
  const undone = drive(at('tags'), '"new"', 'enter', ctrlUnderscore).state;
  expect(look(undone).line).toBe('new');
  expect(look(undone).rows).toHaveLength(3);
});

test('what stands on the line becomes an item before another takes its place', () => {
  const { state } = drive(at('tags'), 'up', 'up', 'enter', '"dish"', 'up', 'enter');
  expect(look(state).line).toBe('c');
  expect(names(state)).toEqual(['a', 'b reddish', 'c']);
});

test('a line that is not an item stays, and has to be fixed before another comes onto it', () => {
  const { state } = drive(at('customData'), '"plan"', 'up', 'enter');
  expect(look(state)).toMatchObject({ line: 'plan', chosen: undefined });
  expect(look(state).notes).toContain('No value yet');
});

test('several tags written in the place of one stay together there', () => {
  const reopened = drive(at('tags'), 'up', 'up', 'enter', 'ctrl+u').state;
  expect(names(drive(reopened, pasted('x, y, z'), 'enter').state)).toEqual(['a', 'x', 'y', 'z', 'c']);
  expect(names(drive(reopened, '"x"', '","', '" y"', 'enter').state)).toEqual(['a', 'x', 'y', 'c']);
});

test('an item that was taken out and left half-way is entered, kept, and there on coming back', () => {
  const half = drive(at('tags'), 'up', 'up', 'enter', '"dish"').state;
  expect(names(half)).toEqual(['a', 'b reddish', 'c']);
  const left = drive(half, 'escape').state;
  expect(names(left)).toEqual(['a', 'b reddish', 'c']);
  expect(look(openStep(left, stepIndex('tags'), 'review'))).toMatchObject({ line: 'b reddish' });
});

test('a removed item stays removed after going on, and a mistake is called by the number on the screen', () => {
  expect(drive(at('tags'), 'up', 'up', 'delete', 'escape').state.screen.kind).toBe('review');
  expect(names(drive(at('tags'), 'up', 'up', 'delete', 'escape').state)).toEqual(['a', 'c']);
  const wrong = inSandbox({
    name: 'Ada',
    tags: [{ name: 'a' }, { name: 'b' }, { name: 'c', color: 'nope' }],
  });
  const { state } = drive(openStep(wrong, stepIndex('tags'), 'review'), 'enter', 'home', 'up', 'up', 'enter');
  expect(look(state).notes).toMatch(/^✗ 3\. Not a CSS color: "nope"/u);
});

test('in few rows those around the chosen item are shown', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ name: `tag ${index + 1}` }));
  const state = openStep(inSandbox({ tags: many }), stepIndex('tags'), 'review');
  const size = { columns: 40, rows: 10 };
  expect(look(state, size).rows.at(-1)).toBe('20. tag 20  no color');
  expect(wizardView(state, size).aside).toBe('20 items');
  expect(wizardView(state, { columns: 80, rows: 40 }).aside).toBeUndefined();
  const first = look(drive(state, 'up', 'home').state, size);
  expect(first).toMatchObject({ chosen: ' 1. tag 1   no color', cursor: { x: 2, y: 1 } });
  const ups = Array.from({ length: 10 }, () => 'up');
  expect(look(drive(state, ...ups).state, size).rows).toEqual(
    ['10', '11', '12'].map((n) => `${n}. tag ${n}  no color`),
  );
});
