import { type CustomerFieldKey, customerFields } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { type Intent, intentAt } from '../input/intent.ts';
import { editField, takeLine } from './edit-field.ts';
import { type Editor, editorSummary, isEmptyEditor, openEditor, withEditorValue } from './editor.ts';

const now = Date.parse('2024-05-15T12:00:00Z');

function open(key: CustomerFieldKey, draft = {}): Editor {
  const field = customerFields.find((field) => field.key === key);
  if (!field) throw new Error(`unknown field ${key}`);
  return openEditor(field, draft);
}

/** The editor after typing, letter by letter, and keys: anything of more than one letter is a key. */
function after(editor: Editor, ...intents: readonly Intent[]): Editor {
  return intents.reduce((before, intent) => editField(before, intent) ?? before, editor);
}

function typed(text: string): Intent[] {
  return [...text].map((text) => ({ kind: 'text', text }));
}

function key(name: string): Intent {
  return intentAt('line', { kind: 'key', name });
}

function heldBy(editor: Editor, key: CustomerFieldKey) {
  return withEditorValue({}, key, editor, now)[key];
}

test.each(customerFields.map(({ key }) => key))('the editor of an empty %s holds nothing', (key) => {
  const editor = open(key);
  expect(isEmptyEditor(editor)).toBe(true);
  expect(withEditorValue({ [key]: 'before' }, key, editor, now)).toEqual({});
});

test('a comma finishes a tag, and the next one begins', () => {
  const editor = after(open('tags'), ...typed('vip #ff0000, beta'));
  expect(editor).toMatchObject({ items: [{ name: 'vip', color: '#ff0000' }], line: { text: ' beta' } });
});

test('the commas of a color finish nothing, however they come', () => {
  const tag = { name: 'vip', color: 'rgb(1, 2, 3)' };
  expect(after(open('tags'), ...typed('vip rgb(1, 2, 3),'))).toMatchObject({ items: [tag] });
  expect(after(open('tags'), { kind: 'text', text: 'vip rgb(1, 2, 3),' })).toMatchObject({ items: [tag] });
});

test('a pasted list of tags is taken in one go, its last tag left to be finished', () => {
  const editor = after(open('tags'), { kind: 'paste', text: 'one, two red,\n\nthree' });
  expect(editor).toMatchObject({
    items: [{ name: 'one' }, { name: 'two', color: 'red' }],
    line: { text: 'three' },
  });
});

test('Enter takes the line into the list, and a blank line takes nothing', () => {
  const taken = takeLine(after(open('tags'), ...typed('vip')));
  expect(taken).toMatchObject({ items: [{ name: 'vip' }], line: { text: '' } });
  expect(takeLine(after(open('tags'), ...typed('  ')))).toBeUndefined();
  expect(takeLine(after(open('name'), ...typed('Ada')))).toBeUndefined();
});

test('Backspace on an empty line brings the last item back as it was', () => {
  const tags = [{ name: 'beta' }, { name: 'code red' }];
  const reopened = after(open('tags', { tags }), key('backspace'));
  expect(reopened).toMatchObject({ items: [{ name: 'beta' }], line: { text: '"code red"' } });
  expect(takeLine(reopened)).toMatchObject({ items: tags });
  expect(editField(open('tags'), key('backspace'))).toBeUndefined();
});

test('a custom attribute is read as it is guessed', () => {
  const editor = takeLine(after(open('customData'), ...typed('seats = 12')));
  expect(editor).toMatchObject({ items: [{ property: 'seats', value: 12 }] });
});

test('one key goes round the kinds that a value could be, and typing on guesses again', () => {
  const typing = after(open('customData'), ...typed('seats = 12'));
  const asText = after(typing, key('ctrl+t'));
  expect(takeLine(asText)).toMatchObject({ items: [{ property: 'seats', value: '12' }] });
  expect(takeLine(after(asText, key('ctrl+t')))).toMatchObject({ items: [{ value: 12 }] });
  expect(takeLine(after(asText, ...typed('3')))).toMatchObject({ items: [{ value: 123 }] });
});

test('custom data of a file opens as rows, whichever form it had', () => {
  const rows = [{ property: 'plan', value: 'pro' }];
  expect(open('customData', { customData: { plan: 'pro' } })).toMatchObject({ items: rows });
  expect(open('customData', { customData: rows })).toMatchObject({ items: rows });
});

test('a locale is found by its name, and the arrows choose among the matches', () => {
  const typing = after(open('locale'), ...typed('ukr'));
  expect(heldBy(typing, 'locale')).toBe('uk');
  const norwegian = after(open('locale'), ...typed('norw'), key('down'));
  expect(heldBy(norwegian, 'locale')).not.toBe(heldBy(after(norwegian, key('up')), 'locale'));
  expect(after(norwegian, key('down'), key('down'), ...typed('e'))).toMatchObject({ selected: 0 });
});

test('text that is not a language stays as typed, for the rules to check', () => {
  expect(heldBy(after(open('locale'), ...typed('1!')), 'locale')).toBe('1!');
});

test('a date may be a phrase', () => {
  const editor = after(open('firstSeen'), ...typed('2 hours ago'));
  expect(heldBy(editor, 'firstSeen')).toBe('2024-05-15T10:00:00Z');
  expect(editorSummary(editor, now)).toMatch(/^2 hours ago \(.*2024/u);
});

test('only notes may have several lines', () => {
  const paste: Intent = { kind: 'paste', text: 'one\ntwo' };
  expect(heldBy(after(open('notes'), paste), 'notes')).toBe('one\ntwo');
  expect(heldBy(after(open('name'), paste), 'name')).toBe('one two');
  expect(editorSummary(after(open('notes'), paste), now)).toBe('one ↵ two');
});

test('a summary of a list names each item and what it is', () => {
  const customData = { plan: 'pro', seats: 12, trial: false };
  expect(editorSummary(open('customData', { customData }), now)).toBe(
    'plan = pro (text), seats = 12 (number), trial = no (yes/no)',
  );
  expect(editorSummary(open('tags', { tags: [{ name: 'vip', color: 'red' }, { name: 'b' }] }), now)).toBe(
    'vip red, b',
  );
});

test('keys that mean nothing to a field change nothing', () => {
  for (const { key: field } of customerFields)
    expect(editField(open(field), key('enter')), field).toBeUndefined();
});
