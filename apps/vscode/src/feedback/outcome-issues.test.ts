import { type Outcome, planCustomer, planOutcome } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { type CustomerSource, readSource } from '../source/customer-source.ts';
import {
  afterEdit,
  inChangedText,
  issuesOf,
  type OutcomeIssue,
  outside,
  placeIssue,
} from './outcome-issues.ts';

const now = Date.UTC(2026, 0, 1);

function placeAll(issues: readonly OutcomeIssue[], source: CustomerSource, text: string) {
  return issues.flatMap((issue) => placeIssue(issue, source, text) ?? []);
}

function issuesIn(text: string, offset = 0) {
  const document = ' '.repeat(offset) + text;
  const source = readSource('file:///a.json', { offset, text }, document);
  const issues = issuesOf(planOutcome(planCustomer(source.customer, { now })));
  return { source, issues, placed: placeAll(issues, source, document) };
}

function marked(text: string, offset = 0): string[] {
  return issuesIn(text, offset).placed.map(({ range }) =>
    text.slice(range.offset - offset, range.offset - offset + range.length),
  );
}

test('placeIssue: marks a value, after emoji and CRLF too', () => {
  expect(marked('{\r\n "name": "🙂",\r\n "locale": "pt-br"\r\n}')).toEqual(['"pt-br"']);
  expect(marked('{"name": "Ada", "locale": "pt-br"}', 500)).toEqual(['"pt-br"']);
});

test('placeIssue: marks an unknown field at its key', () => {
  expect(marked('{"name": "Ada", "emial": "a@example.com"}')).toContain('"emial"');
});

test('placeIssue: marks an issue of the whole customer at its brace', () => {
  expect(marked(' {"phone": "1"}')).toEqual(['{']);
});

test('placeIssue: marks broken JSON where it breaks', () => {
  const [issue] = issuesIn('{"name": Ada}', 7).placed;
  expect(issue?.range).toEqual({ offset: 16, length: 3 });
  expect(issue?.message).toContain('Invalid JSON');
});

test('placeIssue: marks a field that HelpCrunch names and the text lacks at its parent', () => {
  const text = '{"name": "Ada", "tags": [{"name": "vip"}]}';
  const source = readSource('file:///a.json', { offset: 0, text }, text);
  const refusal = (path: string) => ({ code: 'refused', severity: 'error', path, message: 'no' }) as const;
  const [color, missing] = placeAll([refusal('/tags/0/color'), refusal('/userId')], source, text);
  expect(text.slice(color?.range.offset).startsWith('{"name": "vip"}')).toBe(true);
  expect(missing?.range).toEqual({ offset: 0, length: 1 });
});

test('placeIssue: edits during the request move an issue, or remove it', () => {
  const { source, issues } = issuesIn('{"name": "Ada", "locale": "pt-br"}');
  source.edited([{ rangeOffset: 1, rangeLength: 0, text: '\n  ' }]);
  const moved = '{\n  "name": "Ada", "locale": "pt-br"}';
  expect(placeAll(issues, source, moved).map(({ range }) => range.offset)).toEqual([29]);
  source.edited([{ rangeOffset: 31, rangeLength: 1, text: '' }]);
  expect(placeAll(issues, source, moved.replace('t-br', '-br'))).toEqual([]);
});

test('afterEdit: removes an issue when its text changes, the parent of a missing field included', () => {
  const { placed } = issuesIn('{"phone": "1"}');
  const named = { rangeOffset: 13, rangeLength: 0, text: ', "name": "Ada"' };
  expect(afterEdit(placed, [named], '{"phone": "1", "name": "Ada"}')).toEqual([]);
  const blank = { rangeOffset: 0, rangeLength: 0, text: ' ' };
  expect(afterEdit(placed, [blank], ' {"phone": "1"}')[0]?.range.offset).toBe(1);
});

const refused = '{"name": "Ada", "locale": "pt-br", "emial": 1}';

function markedAfterReplacing(text: string): string[] {
  const { placed } = issuesIn(refused);
  const all = { rangeOffset: 0, rangeLength: refused.length, text };
  return afterEdit(placed, [all], text).map(({ range }) =>
    text.slice(range.offset, range.offset + range.length),
  );
}

test('afterEdit: finds an issue by its path in a document that was rewritten', () => {
  expect(markedAfterReplacing('{\n  "emial": 1,\n  "locale": "pt-br",\n  "name": "Grace"\n}').sort()).toEqual(
    ['"emial"', '"pt-br"'],
  );
});

test('afterEdit: removes an issue when the rewritten document has another value there, or none, or is not JSON', () => {
  expect(markedAfterReplacing('{"locale": "pt", "emial": 2}')).toEqual(['"emial"']);
  expect(markedAfterReplacing('{"name": "Ada"}')).toEqual([]);
  expect(markedAfterReplacing('{"locale": "pt-br"')).toEqual([]);
});

test('inChangedText: keeps the issues that are still true in a document that was changed while it was closed', () => {
  const { placed } = issuesIn(refused);
  const text = '{ "locale": "pt-br" }';
  expect(inChangedText(placed, text).map(({ range }) => range.offset)).toEqual([text.indexOf('"pt-br"')]);
});

test('afterEdit: removes the issue of broken JSON that is completed at its end', () => {
  const { placed } = issuesIn('{"name": "Ada"');
  expect(placed).toHaveLength(1);
  const closed = { rangeOffset: 14, rangeLength: 0, text: '}' };
  expect(afterEdit(placed, [closed], '{"name": "Ada"}')).toEqual([]);
});

test('outside: keeps the issues of another customer in the same document', () => {
  const { placed } = issuesIn('{"name": "Ada", "locale": "pt-br"}', 100);
  expect(outside(placed, { offset: 0, length: 50 })).toEqual(placed);
  expect(outside(placed, { offset: 90, length: 60 })).toEqual([]);
});

test('placeIssue: marks a userId that is taken at the userId', () => {
  const text = '{"name": "Ada", "userId": "1815"}';
  const source = readSource('file:///a.json', { offset: 0, text }, text);
  const outcome: Outcome = {
    outcome: 'user-id-taken',
    customerExists: 'no',
    issues: [],
    request: {},
    noticed: 'before-sending',
    holder: { id: 1, name: 'Bob' },
  };
  const [issue] = placeAll(issuesOf(outcome), source, text);
  expect(text.slice(issue?.range.offset)).toBe('"1815"}');
  expect(issue?.message).toContain('"Bob" (ID 1)');
});
