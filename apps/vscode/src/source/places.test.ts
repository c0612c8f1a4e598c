import { readJsonText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import {
  customerPlace,
  findCustomer,
  findUnfollowedCustomer,
  followCustomer,
  followRange,
  followValue,
  type TextChange,
} from './places.ts';

const list = '[\n  {"name": "Ada", "locale": "xx"},\n  {"name": "Bob"}\n]';
const bob = { offset: list.indexOf('{"name": "Bob"}'), text: '{"name": "Bob"}' };

function replacedBy(text: string) {
  const where = followCustomer(customerPlace(bob, list), [
    { rangeOffset: 0, rangeLength: list.length, text },
  ]);
  return findCustomer(where, text)?.text;
}

test('findCustomer: finds a customer that fills its document after the document was replaced', () => {
  const where = customerPlace({ offset: 0, text: '{}' }, '{}');
  const moved = followCustomer(where, [{ rangeOffset: 0, rangeLength: 2, text: '{"name": "Ada"}' }]);
  expect(findCustomer(moved, '{"name": "Ada"}')).toEqual({ offset: 0, text: '{"name": "Ada"}' });
});

test('findCustomer: finds nothing in a document that was emptied', () => {
  const where = customerPlace({ offset: 0, text: '{}' }, '{}');
  expect(
    findCustomer(followCustomer(where, [{ rangeOffset: 0, rangeLength: 2, text: ' ' }]), ' '),
  ).toBeUndefined();
});

test('findCustomer: follows a customer of a list through edits around it and in it', () => {
  const before = { rangeOffset: 0, rangeLength: 0, text: '// all\n' };
  const inside = { rangeOffset: list.indexOf('Bob'), rangeLength: 3, text: 'Robert' };
  const text = `// all\n${list.replace('Bob', 'Robert')}`;
  expect(findCustomer(followCustomer(customerPlace(bob, list), [before, inside]), text)?.text).toBe(
    '{"name": "Robert"}',
  );
});

test('findCustomer: finds a customer by its path in a document that was replaced', () => {
  expect(replacedBy('[{"name":"Ada"},{"name":"Bob","phone":"1"}]')).toBe('{"name":"Bob","phone":"1"}');
});

test('findCustomer: does not take another customer at the same path for it', () => {
  expect(replacedBy('[{"name": "Ada"}, {"name": "Grace"}]')).toBeUndefined();
  expect(replacedBy('[{"name": "Bob"}]')).toBeUndefined();
  expect(replacedBy('[{"name": ')).toBeUndefined();
});

test('findCustomer: does not find a customer that was deleted', () => {
  const deleted = { rangeOffset: bob.offset, rangeLength: bob.text.length, text: '' };
  expect(
    findCustomer(followCustomer(customerPlace(bob, list), [deleted]), list.replace(bob.text, '')),
  ).toBeUndefined();
});

test('findCustomer: finds nothing by a path in text that is not JSON as a whole', () => {
  const note = 'Ada: {"name": "Ada"}';
  const where = customerPlace({ offset: 5, text: '{"name": "Ada"}' }, note);
  expect(where.documentPath).toBeUndefined();
  expect(
    findCustomer(followCustomer(where, [{ rangeOffset: 0, rangeLength: 20, text: note }]), note),
  ).toBeUndefined();
});

test('findUnfollowedCustomer: takes text at the same place only if it is the same customer', () => {
  const note = 'Ada: {"name": "Ada"}';
  const where = customerPlace({ offset: 5, text: '{"name": "Ada"}' }, note);
  expect(findUnfollowedCustomer(where, note)?.text).toBe('{"name": "Ada"}');
  expect(findUnfollowedCustomer(where, `${note} !`)?.text).toBe('{"name": "Ada"}');
  expect(findUnfollowedCustomer(where, `! ${note}`)).toBeUndefined();
  expect(findUnfollowedCustomer(where, note.replace('"Ada"', '"Bob"'))).toBeUndefined();
  expect(findUnfollowedCustomer(customerPlace(bob, list), `\n${list}`)?.text).toBe(bob.text);
});

const range = { offset: 10, length: 5 };
const edit = (rangeOffset: number, rangeLength: number, text: string) => ({ rangeOffset, rangeLength, text });
const afterOne = (change: TextChange) => followRange(range, [change]);

test('followRange: a range grows and shrinks with the edits in it', () => {
  expect(afterOne(edit(12, 0, 'abc'))).toEqual({ offset: 10, length: 8 });
  expect(afterOne(edit(12, 2, ''))).toEqual({ offset: 10, length: 3 });
});

test('followRange: an edit before a range moves it, one after does not', () => {
  expect(afterOne(edit(0, 2, 'a'))).toEqual({ offset: 9, length: 5 });
  expect(afterOne(edit(0, 2, 'abc'))).toEqual({ offset: 11, length: 5 });
  expect(afterOne(edit(10, 0, '  '))).toEqual({ offset: 12, length: 5 });
  expect(afterOne(edit(15, 0, 'abc'))).toEqual(range);
  expect(afterOne(edit(15, 1, ''))).toEqual(range);
});

test('followRange: an edit over the edge of a range belongs to it', () => {
  expect(afterOne(edit(8, 4, 'x'))).toEqual({ offset: 8, length: 4 });
  expect(afterOne(edit(13, 4, 'x'))).toEqual({ offset: 10, length: 4 });
});

test('followRange: a range that was replaced is the replacement; in a larger replacement it is lost', () => {
  expect(afterOne(edit(10, 5, 'ab'))).toEqual({ offset: 10, length: 2 });
  expect(afterOne(edit(9, 7, 'ab'))).toBeUndefined();
});

test('followRange: several edits of one event count the text before it', () => {
  expect(followRange(range, [edit(0, 0, 'a'), edit(11, 0, 'bc')])).toEqual({ offset: 11, length: 7 });
  expect(followRange(range, [edit(0, 0, 'a'), edit(5, 0, 'b')])).toEqual({ offset: 12, length: 5 });
});

const tagged = '{"name": "Ada", "tags": [{"name": "vip"}, {"name": "vip"}]}';

/** Where the first tag's name is after edits, one event each; each edit is what to replace and with what. */
function tagAfter(...edits: readonly (readonly [string, string])[]) {
  const { offset, length } = readJsonText(tagged).rangeOf('/tags/0/name');
  const customer = customerPlace({ offset: 0, text: tagged }, tagged);
  const value = { customer, path: '/tags/0/name', part: 'value', value: 'vip', text: '"vip"' } as const;
  let text = tagged;
  const events = edits.map(([before, after]) => {
    const change = edit(text.indexOf(before), before.length, after);
    text = text.replace(before, after);
    return [change];
  });
  return followValue({ ...value, range: { offset, length } }, events, text)?.range.offset;
}

test('followValue: a value moves with its text, also to another path', () => {
  expect(tagAfter(['"name": "Ada"', '"name": "Augusta"'])).toBe(tagged.indexOf('"vip"') + 4);
  expect(tagAfter(['[{', '[{"name": "new"}, {'])).toBe(tagged.indexOf('"vip"') + 17);
});

test('followValue: a value that was changed, or cut at its edge, is gone', () => {
  expect(tagAfter(['vip', 'VIP'])).toBeUndefined();
  expect(tagAfter([' "vip', 'ip'])).toBeUndefined();
});

test('followValue: a value is back once its text is, and is found by its path where all was rewritten', () => {
  expect(tagAfter(['vip', 'VIP'], ['VIP', 'vip'])).toBe(tagged.indexOf('"vip"'));
  const compact = JSON.stringify(JSON.parse(tagged));
  expect(tagAfter([tagged, compact])).toBe(compact.indexOf('"vip"'));
});
