import { readCustomerText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { drive, inSandbox, opened, pasted } from '../../test/drive-wizard.ts';
import { readingLines, stepsFilledIn } from './initial-state.ts';
import { screenView } from './wizard.ts';
import { stepIndex, steps } from './wizard-state.ts';

test('a customer that was read whole needs no asking', () => {
  expect(stepsFilledIn(readCustomerText('{"name": "Ada", "userId": 7}'))).toBe(steps.length - 1);
});

test('from the first field that could not be read as it was written, everything is asked', () => {
  const text = '{"userId": 9007199254740993, "name": "Ada", "name": "Bob", "customData": {"a": [1]}}';
  expect(stepsFilledIn(readCustomerText(text))).toBe(stepIndex('name') - 1);
  expect(stepsFilledIn(readCustomerText('{"email": "a@b.co", "locale": 5}'))).toBe(stepIndex('locale') - 1);
});

test('nothing filled in begins at the beginning', () => {
  expect(stepsFilledIn({ draft: {}, issues: [] })).toBe(-1);
});

test('what would be stored as something else is a problem, not advice', () => {
  expect(readingLines(readCustomerText('{"name": 5, "fullName": "x"}')).map(({ mark }) => mark)).toEqual([
    'error',
    'advice',
  ]);
});

const size = { columns: 80, rows: 24 };
const tagsAsText = '{"name": "Ada", "tags": "vip, new"}';

test('tags that a paste has as text stand in the input, with why they are asked for', () => {
  const { state } = drive(inSandbox(), pasted(tagsAsText), 'enter');
  expect(state.screen).toMatchObject({
    kind: 'field',
    step: stepIndex('tags'),
    editor: { items: [{ name: 'vip' }, { name: 'new' }], line: { text: '' } },
    notes: ['Check Tags: the JSON has this field in another form.'],
  });
  expect(state.history.at(-1)).toEqual({
    mark: 'error',
    text: 'Check Tags: the JSON has this field in another form.',
  });
  expect(drive(state, 'enter').state.draft).toMatchObject({
    name: 'Ada',
    tags: [{ name: 'vip' }, { name: 'new' }],
  });
});

test('a list of texts in a file stands in the input, after the tags of flags', () => {
  const customer = readCustomerText('{"name": "Ada", "tags": ["vip", "new"], "locale": 5}');
  const draft = { ...customer.draft, tags: [...(customer.draft.tags ?? []), { name: 'old' }] };
  const start = opened({}, { customer: { ...customer, draft }, given: 'sandbox' });
  expect(drive(start, { kind: 'started' }, { kind: 'account-ready' }).state).toMatchObject({
    screen: { step: stepIndex('locale'), editor: { line: { text: '5' } } },
    unfinished: { tags: { items: [{ name: 'old' }, { name: 'vip' }, { name: 'new' }] } },
  });
});

test('JSON that reaches a line of text without a bracketed paste is offered at Enter, once', () => {
  const { state } = drive(inSandbox(), '"{"name": "Ada", "email": "ada@example.com"}"', 'enter');
  expect([screenView(state, size).title, screenView(state, size).body.map(({ text }) => text)]).toEqual([
    'Fill in 2 fields from this JSON?',
    ['Fill in: Name, Email', 'Keep it as text'],
  ]);
  expect(drive(state, 'enter').state.draft).toEqual({ name: 'Ada', email: 'ada@example.com' });
  const kept = drive(state, 'down', 'enter').state;
  expect([kept.draft, kept.screen]).toMatchObject([
    { name: '{"name": "Ada", "email": "ada@example.com"}' },
    { kind: 'field', step: 1 },
  ]);
});

test('a response that is pasted says that what HelpCrunch sets is left out', () => {
  const notes = (text: string) => screenView(drive(inSandbox(), pasted(text)).state, size).notes;
  expect(notes('{"id": 7, "name": "Ada", "blocked": false}')).toMatchObject([
    { text: 'What HelpCrunch sets itself, such as the ID, is left out.' },
  ]);
  expect(notes('{"name": "Ada"}')).toEqual([]);
});

test('the same sentence about two fields stands twice; about the texts of one list, once', () => {
  const { issues, ...rest } = readCustomerText('{"userId": 7, "phone": 7, "tags": ["a", "b"]}');
  expect(readingLines({ ...rest, issues }).map(({ text }) => text)).toEqual([
    expect.stringContaining('This number is sent as the text "7".'),
    expect.stringContaining('This number is sent as the text "7".'),
    'Check Tags: the JSON has this field in another form.',
  ]);
});
