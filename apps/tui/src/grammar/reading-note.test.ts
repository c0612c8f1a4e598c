import { expect, test } from 'vitest';
import { readingMessage, tagNotes } from './reading-note.ts';

test.each([
  ['vip reddish', 'vip red'],
  ['vip bluish', 'vip blue'],
  ['vip puprle', 'vip purple'],
  ['big spender oragne', 'big spender orange'],
  ['vip ff0000', 'vip #ff0000'],
  ['issue #123', 'issue #112233'],
  ['order #1234', 'order #11223344'],
  ['vip #12', undefined],
  ['vip rgb(1', undefined],
])('%j is a name without a color, and what was meant is %j', (text, suggestion) => {
  expect(tagNotes(text)).toEqual([{ kind: 'no-color', name: text, suggestion }]);
});

test.each([
  'vip',
  'vip red',
  'sales team',
  'web server',
  'magic link',
  'reddish',
  'trial 2024',
  '"vip reddish"',
])('%j is read as it stands, and nothing is reported', (text) => {
  expect(tagNotes(text)).toEqual([]);
});

test('a color of two words, one of them taken, is reported', () => {
  expect(tagNotes('vip dark red').map(readingMessage)).toEqual([
    'Tag "vip dark" has the color red. Did you mean "vip darkred"?',
  ]);
});

test('blanks in a row, and blanks that do not break, become one, and that is reported', () => {
  for (const text of ['big   spender', 'big\u00a0\u00a0spender', 'big\u00a0spender teal']) {
    expect(tagNotes(text)).toEqual([{ kind: 'blanks-joined', name: 'big spender' }]);
  }
});
