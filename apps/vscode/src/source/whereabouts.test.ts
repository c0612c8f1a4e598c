import { expect, test } from 'vitest';
import { movedThrough, pieceIn, pieceUnseen, whereaboutsOf } from './whereabouts.ts';

const list = '[\n  {"name": "Ada", "locale": "xx"},\n  {"name": "Bob"}\n]';
const bob = { offset: list.indexOf('{"name": "Bob"}'), text: '{"name": "Bob"}' };

function replacedBy(text: string) {
  const where = movedThrough(whereaboutsOf(bob, list), [{ rangeOffset: 0, rangeLength: list.length, text }]);
  return pieceIn(where, text)?.text;
}

test('what fills its document is found in whatever replaces that', () => {
  const where = whereaboutsOf({ offset: 0, text: '{}' }, '{}');
  const moved = movedThrough(where, [{ rangeOffset: 0, rangeLength: 2, text: '{"name": "Ada"}' }]);
  expect(pieceIn(moved, '{"name": "Ada"}')).toEqual({ offset: 0, text: '{"name": "Ada"}' });
});

test('in a document that was emptied nothing is found', () => {
  const where = whereaboutsOf({ offset: 0, text: '{}' }, '{}');
  expect(pieceIn(movedThrough(where, [{ rangeOffset: 0, rangeLength: 2, text: ' ' }]), ' ')).toBeUndefined();
});

test('a customer of a list is followed through edits around it and in it', () => {
  const before = { rangeOffset: 0, rangeLength: 0, text: '// all\n' };
  const inside = { rangeOffset: list.indexOf('Bob'), rangeLength: 3, text: 'Robert' };
  const text = `// all\n${list.replace('Bob', 'Robert')}`;
  expect(pieceIn(movedThrough(whereaboutsOf(bob, list), [before, inside]), text)?.text).toBe(
    '{"name": "Robert"}',
  );
});

test('in a document that was replaced it is found by its path', () => {
  expect(replacedBy('[{"name":"Ada"},{"name":"Bob","phone":"1"}]')).toBe('{"name":"Bob","phone":"1"}');
});

test('somebody else at that path is not taken for it', () => {
  expect(replacedBy('[{"name": "Ada"}, {"name": "Grace"}]')).toBeUndefined();
  expect(replacedBy('[{"name": "Bob"}]')).toBeUndefined();
  expect(replacedBy('[{"name": ')).toBeUndefined();
});

test('a customer that was deleted is not found', () => {
  const deleted = { rangeOffset: bob.offset, rangeLength: bob.text.length, text: '' };
  expect(
    pieceIn(movedThrough(whereaboutsOf(bob, list), [deleted]), list.replace(bob.text, '')),
  ).toBeUndefined();
});

test('in text that is no JSON as a whole nothing is found by a path', () => {
  const note = 'Ada: {"name": "Ada"}';
  const where = whereaboutsOf({ offset: 5, text: '{"name": "Ada"}' }, note);
  expect(where.documentPath).toBeUndefined();
  expect(
    pieceIn(movedThrough(where, [{ rangeOffset: 0, rangeLength: 20, text: note }]), note),
  ).toBeUndefined();
});

test('where the edits were not seen, text at the same place counts when the same customer stands there', () => {
  const note = 'Ada: {"name": "Ada"}';
  const where = whereaboutsOf({ offset: 5, text: '{"name": "Ada"}' }, note);
  expect(pieceUnseen(where, note)?.text).toBe('{"name": "Ada"}');
  expect(pieceUnseen(where, `${note} !`)?.text).toBe('{"name": "Ada"}');
  expect(pieceUnseen(where, `! ${note}`)).toBeUndefined();
  expect(pieceUnseen(where, note.replace('"Ada"', '"Bob"'))).toBeUndefined();
  expect(pieceUnseen(whereaboutsOf(bob, list), `\n${list}`)?.text).toBe(bob.text);
});
