import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryText, kindOfValue, possibleKinds, readEntry } from './custom-value.ts';
import { entryNotes, readingMessage } from './reading-note.ts';

test.each([
  ['yes', ['yes/no', 'text']],
  ['12', ['number', 'text']],
  ['007', ['text']],
  ['2024-05-01', ['date', 'text']],
  ['2024-13-01', ['text']],
  ['https://example.com/a', ['URL', 'text']],
  ['"12"', ['text']],
  ['pro', ['text']],
])('%j could be %j', (text, kinds) => {
  expect(possibleKinds(text)).toEqual(kinds);
});

test.each([
  [12, 'number'],
  [false, 'yes/no'],
  ['pro', 'text'],
  ['https://example.com', 'URL'],
  [undefined, 'no value'],
])('%j is shown as %s', (value, kind) => {
  expect(kindOfValue(value)).toBe(kind);
});

test('a date in digits is shown as the date it is', () => {
  expect(kindOfValue('1714521600')).toMatch(/^date .*2024/u);
});

test.each([
  ['plan = pro', { property: 'plan', value: 'pro' }],
  ['plan=pro', { property: 'plan', value: 'pro' }],
  ['seats = 12', { property: 'seats', value: 12 }],
  ['score = -1.5', { property: 'score', value: -1.5 }],
  ['trial = no', { property: 'trial', value: false }],
  ['country = NO', { property: 'country', value: 'NO' }],
  ['zip = "01234"', { property: 'zip', value: '01234' }],
  ['zip = 01234', { property: 'zip', value: '01234' }],
  ['price = 1.50', { property: 'price', value: '1.50' }],
  ['card = 12345678901234567890', { property: 'card', value: '12345678901234567890' }],
  ['answer = "no"', { property: 'answer', value: 'no' }],
  ['formula = a = b', { property: 'formula', value: 'a = b' }],
  ['since = 2024-05-01', { property: 'since', value: '1714521600' }],
  ['since = "2024-05-01"', { property: 'since', value: '2024-05-01' }],
  ['plan =', { property: 'plan', value: '' }],
  ['plan', { property: 'plan' }],
  ['= pro', { property: '', value: 'pro' }],
])('%j is read as %j', (text, entry) => {
  expect(readEntry(text)).toEqual(entry);
});

test('a date stays text when that is asked for', () => {
  expect(readEntry('since = 2024-05-01', 'text')).toEqual({ property: 'since', value: '2024-05-01' });
});

test.each([
  ['zip=12345', /^zip: 12345 was read as a number\. For text, write zip="12345"/u],
  ['trial=no', /^trial: no was read as yes or no and is sent as false/u],
  ['renewal=2024-05-01', /^renewal: 2024-05-01 was read as a date and is sent as "1714521600"/u],
  ['plan=', /^plan has no value/u],
  ['plan=""', /^plan has no value/u],
])('%j: reports how it was read', (text, words) => {
  expect(entryNotes(text).map(readingMessage)).toEqual([expect.stringMatching(words)]);
});

test.each(['plan=pro', 'zip="12345"', 'home=https://example.com', 'x=null'])(
  '%j is what it looks like, and nothing is reported',
  (text) => {
    expect(entryNotes(text)).toEqual([]);
  },
);

test('what is none of the kind that was asked for stays text', () => {
  expect(readEntry('seats = many', 'number')).toEqual({ property: 'seats', value: 'many' });
});

test.each([
  [{ property: 'plan', value: 'pro' }, 'plan = pro'],
  [{ property: 'seats', value: 12 }, 'seats = 12'],
  [{ property: 'seats', value: '12' }, 'seats = "12"'],
  [{ property: 'trial', value: false }, 'trial = no'],
  [{ property: 'plan' }, 'plan'],
])('%j is written as %s', (entry, text) => {
  expect(entryText(entry)).toBe(text);
});

test('an attribute that is written is read as the same attribute', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((text) => text === text.trim());
  const property = text.filter((property) => property !== '' && !property.includes('='));
  const value = fc.oneof(
    text,
    fc.boolean(),
    fc.integer(),
    fc.constantFrom('yes', 'no', 'true', '12', '1e3', '"', '""', '"x"', '007', '2024-05-01'),
  );
  fc.assert(
    fc.property(fc.record({ property, value }), (entry) => {
      expect(readEntry(entryText(entry))).toEqual(entry);
    }),
  );
});
