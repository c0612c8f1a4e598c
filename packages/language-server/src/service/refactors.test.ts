import { expect, test } from 'vitest';
import { refactoringsAt } from '../../test/actions.ts';

test.each([
  [
    '{"firstSeen": "2020-10-28T11:49:06Z|"}',
    'Convert to UNIX seconds: 1603885746',
    '{"firstSeen": "1603885746"}',
  ],
  [
    '{"firstSeen": |1603885746}',
    'Convert to a date: 2020-10-28T11:49:06Z',
    '{"firstSeen": "2020-10-28T11:49:06Z"}',
  ],
  ['{"name": " Ada| "}', 'Remove leading and trailing spaces', '{"name": "Ada"}'],
  ['{"email": "Ada@|Example.COM"}', 'Convert the domain to lowercase', '{"email": "Ada@example.com"}'],
  [
    '{"tags": [{"name": "|vip"}]}',
    'Add the default tag color: #c377e0',
    '{"tags": [{"name": "vip", "color": "#c377e0"}]}',
  ],
  [
    '{"tags": [\n  {\n    "name": "|vip"\n  }\n]}',
    'Add the default tag color: #c377e0',
    '{"tags": [\n  {\n    "name": "vip",\n    "color": "#c377e0"\n  }\n]}',
  ],
  [
    '{"customData|": {"plan": "pro", /* count */ "seats": 12}}',
    'Convert to a list of {property, value}',
    '{"customData": [{ "property": "plan", "value": "pro" }, /* count */ { "property": "seats", "value": 12 }]}',
  ],
  [
    '{"customData": |[{ "property": "plan", "value": "pro" }, // count\n {"value": 12, "property": "seats"}]}',
    'Convert to {"property": value}',
    '{"customData": {"plan": "pro", // count\n "seats": 12}}',
  ],
  ['{"customData|": {}}', 'Convert to a list of {property, value}', '{"customData": []}'],
])('refactor: %s can %s', (marked, title, after) => {
  expect(refactoringsAt(marked)).toEqual([[title, after]]);
});

test.each([
  '{"customData|": [{ "property": "a", "value": 1 }, { "property": "a", "value": 2 }]}',
  '{"customData|": [{ "property": "a", /* why */ "value": 1 }]}',
  '{"customData|": [{ "property": "a", "value": 1, "id": 3 }]}',
  '{"tags": [{"name": "v|ip", "color": "red"}]}',
  '{"firstSeen": "soon|"}',
  '{"name": "|Ada"}',
])('refactor: there is none that loses nothing for %s', (marked) => {
  expect(refactoringsAt(marked)).toEqual([]);
});
