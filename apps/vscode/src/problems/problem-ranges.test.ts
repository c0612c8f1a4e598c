import { type Outcome, planCustomer, planOutcome } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { readSource } from '../source/customer-source.ts';
import { findingsOf } from './findings.ts';
import { afterEdit, inOtherText, outside } from './problem-list.ts';
import { problemsOf } from './problem-ranges.ts';

const now = Date.UTC(2026, 0, 1);

function problemsIn(text: string, offset = 0) {
  const document = ' '.repeat(offset) + text;
  const source = readSource('file:///a.json', { offset, text }, document);
  const findings = findingsOf(planOutcome(planCustomer(source.customer, { now })));
  return { source, findings, problems: problemsOf(findings, source, document) };
}

function marked(text: string, offset = 0): string[] {
  return problemsIn(text, offset).problems.map(({ range }) =>
    text.slice(range.offset - offset, range.offset - offset + range.length),
  );
}

test('a value is marked where it stands, after emoji and CRLF too', () => {
  expect(marked('{\r\n "name": "🙂",\r\n "locale": "pt-br"\r\n}')).toEqual(['"pt-br"']);
  expect(marked('{"name": "Ada", "locale": "pt-br"}', 500)).toEqual(['"pt-br"']);
});

test('an unknown field is marked at its key', () => {
  expect(marked('{"name": "Ada", "emial": "a@example.com"}')).toContain('"emial"');
});

test('what concerns the whole customer is marked at its brace', () => {
  expect(marked(' {"phone": "1"}')).toEqual(['{']);
});

test('broken JSON is marked where it breaks', () => {
  const [problem] = problemsIn('{"name": Ada}', 7).problems;
  expect(problem?.range).toEqual({ offset: 16, length: 3 });
  expect(problem?.sentence).toContain('Invalid JSON');
});

test('a field that HelpCrunch names and the text lacks is marked at its parent', () => {
  const text = '{"name": "Ada", "tags": [{"name": "vip"}]}';
  const source = readSource('file:///a.json', { offset: 0, text }, text);
  const refusal = (path: string) => ({ code: 'refused', severity: 'error', path, sentence: 'no' }) as const;
  const [color, missing] = problemsOf([refusal('/tags/0/color'), refusal('/userId')], source, text);
  expect(text.slice(color?.range.offset).startsWith('{"name": "vip"}')).toBe(true);
  expect(missing?.range).toEqual({ offset: 0, length: 1 });
});

test('edits while the request was under way move a problem, or end it', () => {
  const { source, findings } = problemsIn('{"name": "Ada", "locale": "pt-br"}');
  source.edited([{ rangeOffset: 1, rangeLength: 0, text: '\n  ' }]);
  const moved = '{\n  "name": "Ada", "locale": "pt-br"}';
  expect(problemsOf(findings, source, moved).map(({ range }) => range.offset)).toEqual([29]);
  source.edited([{ rangeOffset: 31, rangeLength: 1, text: '' }]);
  expect(problemsOf(findings, source, moved.replace('t-br', '-br'))).toEqual([]);
});

test('a problem shown goes when the text it is about changes, the parent of what is missing included', () => {
  const { problems } = problemsIn('{"phone": "1"}');
  const named = { rangeOffset: 13, rangeLength: 0, text: ', "name": "Ada"' };
  expect(afterEdit(problems, [named], '{"phone": "1", "name": "Ada"}')).toEqual([]);
  const blank = { rangeOffset: 0, rangeLength: 0, text: ' ' };
  expect(afterEdit(problems, [blank], ' {"phone": "1"}')[0]?.range.offset).toBe(1);
});

const refused = '{"name": "Ada", "locale": "pt-br", "emial": 1}';

function problemsAfterReplacing(text: string): string[] {
  const { problems } = problemsIn(refused);
  const all = { rangeOffset: 0, rangeLength: refused.length, text };
  return afterEdit(problems, [all], text).map(({ range }) =>
    text.slice(range.offset, range.offset + range.length),
  );
}

test('in a document that was written anew a problem is found again by its path', () => {
  expect(
    problemsAfterReplacing('{\n  "emial": 1,\n  "locale": "pt-br",\n  "name": "Grace"\n}').sort(),
  ).toEqual(['"emial"', '"pt-br"']);
});

test('a problem is gone when what was written anew has another value there, or none, or is no JSON', () => {
  expect(problemsAfterReplacing('{"locale": "pt", "emial": 2}')).toEqual(['"emial"']);
  expect(problemsAfterReplacing('{"name": "Ada"}')).toEqual([]);
  expect(problemsAfterReplacing('{"locale": "pt-br"')).toEqual([]);
});

test('a document that was changed while it was closed keeps the problems that are still true', () => {
  const { problems } = problemsIn(refused);
  const text = '{ "locale": "pt-br" }';
  expect(inOtherText(problems, text).map(({ range }) => range.offset)).toEqual([text.indexOf('"pt-br"')]);
});

test('broken JSON that is completed at its end is no problem any more', () => {
  const { problems } = problemsIn('{"name": "Ada"');
  expect(problems).toHaveLength(1);
  const closed = { rangeOffset: 14, rangeLength: 0, text: '}' };
  expect(afterEdit(problems, [closed], '{"name": "Ada"}')).toEqual([]);
});

test('the problems of another customer in the same document stay', () => {
  const { problems } = problemsIn('{"name": "Ada", "locale": "pt-br"}', 100);
  expect(outside(problems, { offset: 0, length: 50 })).toEqual(problems);
  expect(outside(problems, { offset: 90, length: 60 })).toEqual([]);
});

test('a userId that is taken is marked at the userId', () => {
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
  const [problem] = problemsOf(findingsOf(outcome), source, text);
  expect(text.slice(problem?.range.offset)).toBe('"1815"}');
  expect(problem?.sentence).toContain('"Bob" (id 1)');
});
