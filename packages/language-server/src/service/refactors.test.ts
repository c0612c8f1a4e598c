import { expect, test } from 'vitest';
import { rewritesAt } from '../../test/actions.ts';

test.each([
  [
    '{"firstSeen": "2020-10-28T11:49:06Z|"}',
    'Write it in UNIX seconds: 1603885746',
    '{"firstSeen": "1603885746"}',
  ],
  [
    '{"firstSeen": |1603885746}',
    'Write it as a date: 2020-10-28T11:49:06Z',
    '{"firstSeen": "2020-10-28T11:49:06Z"}',
  ],
  ['{"name": " Ada| "}', 'Remove the blanks around it', '{"name": "Ada"}'],
  ['{"email": "Ada@|Example.COM"}', 'Write the domain in small letters', '{"email": "Ada@example.com"}'],
  [
    '{"tags": [{"name": "|vip"}]}',
    'Give the tag a colour: #c377e0',
    '{"tags": [{"name": "vip", "color": "#c377e0"}]}',
  ],
  [
    '{"tags": [\n  {\n    "name": "|vip"\n  }\n]}',
    'Give the tag a colour: #c377e0',
    '{"tags": [\n  {\n    "name": "vip",\n    "color": "#c377e0"\n  }\n]}',
  ],
  [
    '{"customData|": {"plan": "pro", /* chairs */ "seats": 12}}',
    'Write it as a list of {property, value}',
    '{"customData": [{ "property": "plan", "value": "pro" }, /* chairs */ { "property": "seats", "value": 12 }]}',
  ],
  [
    '{"customData": |[{ "property": "plan", "value": "pro" }, // chairs\n {"value": 12, "property": "seats"}]}',
    'Write it as {"property": value}',
    '{"customData": {"plan": "pro", // chairs\n "seats": 12}}',
  ],
  ['{"customData|": {}}', 'Write it as a list of {property, value}', '{"customData": []}'],
])('%s can be rewritten: %s', (marked, title, after) => {
  expect(rewritesAt(marked)).toEqual([[title, after]]);
});

test.each([
  '{"customData|": [{ "property": "a", "value": 1 }, { "property": "a", "value": 2 }]}',
  '{"customData|": [{ "property": "a", /* why */ "value": 1 }]}',
  '{"customData|": [{ "property": "a", "value": 1, "id": 3 }]}',
  '{"tags": [{"name": "v|ip", "color": "red"}]}',
  '{"firstSeen": "soon|"}',
  '{"name": "|Ada"}',
])('%s has no other way to write it that loses nothing', (marked) => {
  expect(rewritesAt(marked)).toEqual([]);
});
