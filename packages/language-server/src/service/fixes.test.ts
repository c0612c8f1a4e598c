import { expect, test } from 'vitest';
import { allFixed, codesIn, fixed, fixesFor } from '../../test/actions.ts';

/** Code of the issue, text, text after its fix. */
const examples: readonly [code: string, before: string, after: string][] = [
  ['number-as-text', '{"userId": 1843 /* CRM */}', '{"userId": "1843" /* CRM */}'],
  ['compact-date', '{"firstSeen": 20201028}', '{"firstSeen": "2020-10-28T00:00:00Z"}'],
  ['implausible-date', '{"firstSeen": 44133}', '{"firstSeen": "2020-10-29"}'],
  ['date-without-zone', '{"firstSeen": "31.12.2023"}', '{"firstSeen": "2023-12-31T00:00:00Z"}'],
  ['invisible-character', '{"userId": "u-1\\u200b"}', '{"userId": "u-1"}'],
  ['invisible-character', '{"customData": {"plan\\u200b": 1}}', '{"customData": {"plan": 1}}'],
  [
    'invisible-character',
    '{"customData": [{"property": "plan\\u200b", "value": 1}]}',
    '{"customData": [{"property": "plan", "value": 1}]}',
  ],
  ['unknown-field', '{"\\ufeffname": "Ada"}', '{"name": "Ada"}'],
  ['unknown-field', '{"name ": "Ada"}', '{"name": "Ada"}'],
  ['inexact-number', '{"userId": 12345678901234567890}', '{"userId": "12345678901234567890"}'],
  ['wrong-type', '{"name": 1.50}', '{"name": "1.50"}'],
  ['date-in-milliseconds', '{"firstSeen": "1603885746000"}', '{"firstSeen": "1603885746"}'],
  ['date-in-milliseconds', '{"firstSeen": 1603885746000}', '{"firstSeen": 1603885746}'],
  ['fraction-of-second', '{"firstSeen": "1607542030.713"}', '{"firstSeen": "1607542030"}'],
  ['fraction-of-second', '{"firstSeen": 1607542030.713}', '{"firstSeen": 1607542030}'],
  ['fraction-of-second', '{"firstSeen": "2020-10-28T12:49:06.5Z"}', '{"firstSeen": "2020-10-28T12:49:06Z"}'],
  ['date-without-zone', '{"firstSeen": "2020-10-28 12:49"}', '{"firstSeen": "2020-10-28 12:49Z"}'],
  ['date-without-zone', '{"firstSeen": "2020-10-28 2:30pm"}', '{"firstSeen": "2020-10-28T14:30:00Z"}'],
  ['date-without-zone', '{"firstSeen": "2020-10-28"}', '{"firstSeen": "2020-10-28T00:00:00Z"}'],
  ['unknown-locale', '{"locale": "pt-br"}', '{"locale": "pt"}'],
  ['unknown-field', '{"emial": "ada@example.com"} // note', '{"email": "ada@example.com"} // note'],
  ['unknown-field', '{"tags": [{"nam": "vip"}]}', '{"tags": [{"name": "vip"}]}'],
  ['unknown-field', '{"name": "Ada", "plan": "pro"}', '{"name": "Ada", "customData": { "plan": "pro" }}'],
  ['unknown-field', '{"plan": 1, "customData": {"a": 2}}', '{"customData": {"a": 2, "plan": 1}}'],
  [
    'unknown-field',
    '{"plan": 1, "customData": [{"property": "a", "value": 2}]}',
    '{"customData": [{"property": "a", "value": 2}, { "property": "plan", "value": 1 }]}',
  ],
  ['read-only-field', '{"id": 5, "name": "Ada"}', '{"name": "Ada"}'],
  ['read-only-field', '{\n  "name": "Ada", // note\n  "id": 5\n}', '{\n  "name": "Ada" // note\n}'],
  ['read-only-field', '{\r\n  "id": 5,\r\n  "name": "Ada"\r\n}', '{\r\n  "name": "Ada"\r\n}'],
  ['duplicate-tag', '{"tags": [{"name": "vip"}, {"name": "vip"}]}', '{"tags": [{"name": "vip"}]}'],
  [
    'duplicate-property',
    '{"customData": [{"property": "a", "value": 1}, {"property": "a", "value": 2},]}',
    '{"customData": [{"property": "a", "value": 1}, ]}',
  ],
  ['duplicate-property', '{"customData": {"a": 1, "a ": 2}}', '{"customData": {"a": 1}}'],
  ['tag-without-name', '{"tags": [{"name": "vip"}, {"color": "red"}]}', '{"tags": [{"name": "vip"}]}'],
  ['tag-without-name', '{"name": "Ada", "tags": [{"name": " "}]}', '{"name": "Ada", "tags": []}'],
  [
    'entry-without-property',
    '{"name": "Ada", "customData": [{"value": 1}]}',
    '{"name": "Ada", "customData": []}',
  ],
  ['entry-without-property', '{"name": "Ada", "customData": {"": 1}}', '{"name": "Ada", "customData": {}}'],
  [
    'unknown-color',
    '{"tags": [{"name": "vip", "color": "ff0000"}]}',
    '{"tags": [{"name": "vip", "color": "#ff0000"}]}',
  ],
  [
    'source-not-url',
    '{"name": "Ada", "source": "example.com/a"}',
    '{"name": "Ada", "source": "https://example.com/a"}',
  ],
  ['email-typo', '{"email": "ada@gmial.com"}', '{"email": "ada@gmail.com"}'],
  ['list-of-customers', '[{"name": "Ada"},] // one', '{"name": "Ada"} // one'],
  ['wrong-type', '{"name": "Ada", "tags": ["vip"]}', '{"name": "Ada", "tags": [{ "name": "vip" }]}'],
  ['wrong-type', '{"name": "Ada", "tags": "vip"}', '{"name": "Ada", "tags": [{ "name": "vip" }]}'],
  ['wrong-type', '{"tags": {"name": "vip"}}', '{"tags": [{"name": "vip"}]}'],
];

test.each(examples)('fix: %s in %s', (code, before, after) => {
  expect(fixed(before, code)).toBe(after);
  expect(codesIn(after)).not.toContain(code);
});

test('fix: changes only its own customer in a list', () => {
  const list = '[{"name": "Ada"}, {"id": 5, "locale": "UK"}]';
  expect(fixed(list, 'read-only-field', 'all.customers.json')).toBe('[{"name": "Ada"}, {"locale": "UK"}]');
});

const key = 'k'.repeat(328);

test.each([
  [`{"name": "Ada", "notes": "${key}"}`, '{"name": "Ada"}'],
  [`{"notes": "Her key: Bearer ${key} (old)"}`, '{"notes": "Her key: (old)"}'],
  [`{"tags": [{"name": "vip"}, {"name": "${key}"}]}`, '{"tags": [{"name": "vip"}]}'],
  [`{"tags": [{"name": "vip", "color": "${key}"}]}`, '{"tags": [{"name": "vip"}]}'],
  [`{"name": "Ada", "customData": {"token": "${key}", "a": 1}}`, '{"name": "Ada", "customData": {"a": 1}}'],
  [`[{"userId": "${key}", "name": "Ada"}]`, '[{"name": "Ada"}]'],
])('fix: removes an API key and nothing else: %s', (before, after) => {
  expect(fixed(before, 'key-like-text')).toBe(after);
});

test('fix: does not rename to a field that exists', () => {
  expect(fixesFor('{"emial": "ada@example.com", "email": "ada@example.com"}', 'unknown-field')).toEqual([]);
});

test('fix: the title shows the new value', () => {
  expect(fixesFor('{"locale": "pt-br"}', 'unknown-locale')).toEqual([['Change to "pt"', '{"locale": "pt"}']]);
});

test.each([
  ['invalid-email', '{"email": "ada"}'],
  ['impossible-date', '{"firstSeen": "2024-02-30"}'],
  ['no-identity', '{"company": "Analytical Engines"}'],
])('fix: there is none for %s', (code, text) => {
  expect(codesIn(text)).toContain(code);
  expect(fixesFor(text, code)).toEqual([]);
});

test('fix: two readings of a date are both offered', () => {
  expect(fixesFor('{"firstSeen": "01/05/2024"}', 'ambiguous-date').map(([, text]) => text)).toEqual([
    '{"firstSeen": "2024-01-05"}',
    '{"firstSeen": "2024-05-01"}',
  ]);
});

test('fix: a text with a comma in place of tags has two fixes, none of them automatic', () => {
  const text = '{"name": "Ada", "tags": "vip, new"}';
  expect(fixesFor(text, 'wrong-type').map(([, after]) => after)).toEqual([
    '{"name": "Ada", "tags": [{"name":"vip"},{"name":"new"}]}',
    '{"name": "Ada", "tags": [{ "name": "vip, new" }]}',
  ]);
  expect(allFixed(text)).toBe(text);
});

test.each([
  '{"firstSeen": 20201028114906}',
  '{"firstSeen": "202010281149"}',
  '{"firstSeen": 44133}',
  '{"firstSeen": "01/05/2024"}',
  '{"name": "Ada", "phone": 3.80E+11}',
  '{"name": "Ada", "phone": 1e3}',
])('fix all: leaves %s to the person', (text) => {
  expect(allFixed(text)).toBe(text);
});

test('fix all: leaves a misspelled color, which may be another word, and offers the likely one', () => {
  const text = '{"tags": [{"name": "vip", "color": "redd"}, {"name": "new", "color": "Dark Red;"}]}';
  expect(allFixed(text)).toBe(
    '{"tags": [{"name": "vip", "color": "redd"}, {"name": "new", "color": "darkred"}]}',
  );
  expect(fixesFor(text, 'unknown-color').map(([title]) => title)).toEqual(['Change to "red"']);
});

test('fix all: leaves a date with several readings, and offers each', () => {
  const text = '{"firstSeen": "01/05/24"}';
  expect(allFixed(text)).toBe(text);
  expect(fixesFor(text, 'ambiguous-date').map(([title]) => title)).toEqual([
    'Change to "2024-01-05"',
    'Change to "2024-05-01"',
    'Change to "2001-05-24"',
  ]);
});
