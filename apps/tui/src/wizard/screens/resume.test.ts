import { type Created, readCustomerText } from '@helpcrunch-customer-kit/core';
import { readRecord, recordText, type SavedDraft } from '@helpcrunch-customer-kit/local';
import { expect, test } from 'vitest';
import { drive, now, opened } from '../../../test/drive-wizard.ts';
import { progressOf } from '../../program/closing.ts';
import { screenView } from '../wizard.ts';
import { stepIndex } from '../wizard-state.ts';
import { beginWith } from './resume.ts';

const ada: SavedDraft = {
  name: '1-1.json',
  savedAt: now,
  account: 'sandbox',
  draft: { name: 'Ada', email: 'ada@' },
  furthest: 0,
  isUnknown: false,
  ledgerIds: [],
};
const grace: SavedDraft = { ...ada, name: '2-2.json', account: 'live', draft: { name: 'Grace' } };
const drafts = [ada, grace];

test('drafts that were left behind are offered before anything else', () => {
  const { state, draft } = beginWith(opened(), { drafts, notes: [] }, false);
  expect(state.screen).toEqual({ kind: 'resume', drafts, selected: 0 });
  expect(draft).toBeUndefined();
});

test('a draft that is chosen is taken over, with the account it was meant for', () => {
  const { state } = beginWith(opened(), { drafts, notes: [] }, false);
  const { state: resumed, effects } = drive(state, 'down', 'enter');
  expect(effects).toEqual([{ kind: 'adopt-draft', draft: grace }]);
  expect(resumed).toMatchObject({ draft: { name: 'Grace' }, screen: { kind: 'account', selected: 1 } });
});

test('going on opens the first field that was not answered, with what stood in it', () => {
  const { state } = beginWith(opened(), { drafts, notes: [] }, true);
  const { screen } = drive(state, 'enter', { kind: 'account-ready' }).state;
  expect(screen).toMatchObject({ kind: 'field', step: 1, editor: { line: { text: 'ada@' } } });
});

test('a draft that is taken up brings back the record of its answers', () => {
  const history = (furthest: number) =>
    beginWith(opened(), { drafts: [{ ...ada, furthest }], notes: [] }, true).state.history;
  expect(history(0)).toEqual([{ mark: 'plain', label: 'Name', text: 'Ada' }]);
  expect(history(12)).toMatchObject([{ label: 'Name' }, { label: 'Email', text: 'ada@' }]);
});

test('past the drafts there is a new customer', () => {
  const { state } = beginWith(opened(), { drafts, notes: [] }, false);
  expect(drive(state, 'end', 'enter')).toMatchObject({
    state: { draft: {}, screen: { kind: 'account' } },
    effects: [],
  });
});

test('drafts stand in a table: name, email, account, age, and whether the customer may exist', () => {
  const list = [ada, { ...grace, isUnknown: true, savedAt: now - 3 * 3600_000 }];
  const { state } = beginWith(opened(), { drafts: list, notes: [] }, false);
  const { body, keys } = screenView(state, { columns: 100, rows: 30 });
  expect(body.map(({ text }) => text)).toEqual([
    'Ada    ada@  sandbox  just now',
    'Grace        live     3 hours ago  ! may exist',
    'Start a new customer',
  ]);
  expect(keys).toBe('Enter open · Delete remove · ↑↓ move');
});

test('all drafts are there, and scroll', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({
    ...ada,
    name: `${index}-1.json`,
    draft: { name: `Ada ${index}` },
  }));
  const { state } = beginWith(opened(), { drafts: many, notes: [] }, false);
  const { body, selected, title } = screenView(drive(state, 'end', 'up').state, { columns: 80, rows: 10 });
  expect(body).toHaveLength(3);
  expect(body[selected ?? -1]?.text).toContain('Ada 29');
  expect(title).toBe('Continue with a draft? (row 30 of 31)');
});

test('Delete pressed twice on a draft deletes it; once, or on another row, nothing', () => {
  const { state } = beginWith(opened(), { drafts, notes: [] }, false);
  const once = drive(state, 'delete');
  expect(once.effects).toEqual([]);
  expect(screenView(once.state, { columns: 80, rows: 24 }).notes[0]?.text).toContain(
    'again to delete the draft of "Ada"',
  );
  expect(drive(state, 'delete', 'down', 'delete')).toMatchObject({
    effects: [],
    state: { screen: { drafts } },
  });
  expect(drive(state, 'end', 'delete', 'delete').effects).toEqual([]);
  const afterEsc = drive(state, 'escape', 'delete').state;
  expect(screenView(afterEsc, { columns: 80, rows: 24 }).notes[0]?.text).toContain('again to delete');
  const twice = drive(state, 'delete', 'delete');
  expect(twice.effects).toEqual([{ kind: 'remove-draft', draft: ada }]);
  expect(twice.state).toMatchObject({
    screen: { kind: 'resume', drafts: [grace], selected: 0 },
    history: [{ text: 'Deleted the draft of "Ada".' }],
  });
  // A key that is held down deletes no second one.
  expect(drive(twice.state, 'delete', 'delete', 'delete')).toMatchObject({ effects: [] });
  const last = drive({ ...twice.state, now: now + 500 }, 'delete', 'delete');
  expect(last).toMatchObject({
    effects: [{ kind: 'remove-draft', draft: grace }],
    state: { screen: { kind: 'account' } },
  });
});

test('someone who brings a customer along is not asked about drafts', () => {
  const { state } = beginWith(opened({ name: 'Edsger' }), { drafts, notes: [] }, false);
  expect(state.screen.kind).toBe('account');
});

test('--resume takes the newest at once; what flags give goes before it', () => {
  const { state, draft } = beginWith(opened({ email: 'a@b.example' }), { drafts, notes: [] }, true);
  expect(draft).toBe(ada);
  expect(state.draft).toEqual({ name: 'Ada', email: 'a@b.example' });
});

test('--resume without a draft is reported, not passed over', () => {
  const { state } = beginWith(opened(), { drafts: [], notes: [] }, true);
  expect(state.history).toContainEqual({
    mark: 'advice',
    text: 'No draft to resume. This is a new customer.',
  });
});

test('a draft whose outcome was unknown comes back with a warning', () => {
  const { state } = beginWith(opened(), { drafts: [{ ...ada, isUnknown: true }], notes: [] }, true);
  expect(state.history.slice(1)).toMatchObject([
    { mark: 'advice', text: expect.stringContaining('may have been created') },
  ]);
});

test('files that could not be read are named', () => {
  const { state } = beginWith(opened(), { drafts: [], notes: ['x.json was left alone.'] }, false);
  expect(state.history).toEqual([{ mark: 'advice', text: 'x.json was left alone.' }]);
});

test('what could not be read of a file is reported again, until it has been asked for', () => {
  const file = readCustomerText('{"name": "Ada", "firstSeen": [1]}');
  const { state } = drive(opened({}, { customer: file, given: 'sandbox' }), { kind: 'started' });
  const left = readRecord(recordText({ ...progressOf(state), savedAt: now }, (text) => text));
  const draft: SavedDraft = { ...ada, ...left };
  const resumed = beginWith(opened(), { drafts: [draft], notes: [] }, true).state;
  expect(resumed.history.slice(1)).toEqual([
    { mark: 'error', text: expect.stringContaining('First seen must be') },
  ]);
  const asked = drive(resumed, 'enter', { kind: 'account-ready' }).state;
  expect(asked.screen).toMatchObject({
    kind: 'field',
    step: stepIndex('firstSeen'),
    notes: [expect.stringContaining('First seen must be')],
  });
  expect(drive(asked, 'enter').state.unread).toEqual([]);
});

test('a draft that may exist keeps its mark and its account, however often it is resumed', () => {
  const unknown: SavedDraft = { ...grace, isUnknown: true };
  const resumed = beginWith(opened(), { drafts: [unknown], notes: [] }, true).state;
  expect(progressOf(resumed)).toMatchObject({ account: 'live', isUnknown: true });
  const again = readRecord(recordText({ ...progressOf(resumed), savedAt: now }, (text) => text));
  const second = beginWith(opened(), { drafts: [{ ...unknown, ...again }], notes: [] }, true).state;
  expect(second.history.slice(1)).toMatchObject([{ text: expect.stringContaining('may have been created') }]);
});

test('created in the sandbox, a draft that is meant for a live account is still to be created', () => {
  const resumed = beginWith(opened(), { drafts: [{ ...grace, isUnknown: true }], notes: [] }, true).state;
  const inSandbox = drive(
    { ...resumed, unread: [] },
    'up',
    'enter',
    { kind: 'account-ready' },
    'ctrl+r',
  ).state;
  expect(inSandbox).toMatchObject({ account: 'sandbox', screen: { kind: 'review' } });
  const created: Created = {
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'answer',
    issues: [],
    request: { name: 'Grace' },
    dropped: [],
    changed: [],
  };
  const { state } = drive(inSandbox, 'enter', { kind: 'ended', outcome: created });
  expect(progressOf(state)).toMatchObject({ account: 'live', isUnknown: true, created: undefined });
});

test('where the table has no room, emails and accounts are said of the selected draft alone', () => {
  const draft = { name: 'Grace Brewster Hopper', email: 'grace.hopper@example.com', userId: 'crm-7' };
  const { state } = beginWith(opened(), { drafts: [{ ...grace, draft, isUnknown: true }], notes: [] }, false);
  const narrow = screenView(state, { columns: 40, rows: 10 });
  expect(narrow.body[0]?.text).toBe('Grace Brews…  just now  ! may exist');
  expect(narrow.notes[0]?.text).toBe('grace.hopper@example.com · user ID crm-7 · live · 3 fields');
  const wide = screenView(state, { columns: 100, rows: 30 });
  expect(wide.body[0]?.text).toContain('grace.hopper@example.com  live');
});

test('Esc on the drafts does not quit, and takes back a Delete', () => {
  const { state } = beginWith(opened(), { drafts, notes: [] }, false);
  const { state: after, effects } = drive(state, 'delete', 'escape');
  expect(effects).toEqual([]);
  expect(screenView(after, { columns: 80, rows: 24 }).notes[0]?.text).toContain('Ctrl+C quits');
  expect(drive(after, 'delete').effects).toEqual([]);
});

test('help can be read over the drafts', () => {
  const { state } = beginWith(opened(), { drafts, notes: [] }, false);
  const help = drive(state, '"?"').state;
  expect(help.screen.kind).toBe('help');
  expect(drive(help, 'escape').state.screen).toEqual(state.screen);
});
