import { customerFields } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { drive, inSandbox, opened } from '../../test/drive-wizard.ts';
import { cursorOf } from '../render/ink/frame.ts';
import { wizardView } from '../render/ink/open-ink.ts';
import { openStep } from './screens/field/state.ts';
import { stepIndex, type WizardState } from './wizard-state.ts';

const wide = { columns: 90, rows: 30 };
const small = { columns: 40, rows: 10 };

function texts(state: WizardState, size = wide): string[] {
  const { title, lead = [], body, notes, keys } = wizardView(state, size);
  return [title, ...[...lead, ...body, ...notes].map(({ text }) => text), keys];
}

test('a field says how far it is, what it is for, and what Enter would do', () => {
  expect(texts(inSandbox())).toEqual([
    `Name (1/${customerFields.length})`,
    'The name that your team sees.',
    'Enter skip · Esc back · Ctrl+G help',
  ]);
  expect(texts(drive(inSandbox(), '"Ada"').state).at(-1)).toBe('Enter next · Esc back · Ctrl+G help');
});

test('a field that was opened from the review says that Enter leads back there', () => {
  const review = drive(inSandbox({ name: 'Ada' }), 'ctrl+r').state;
  const phone = openStep(review, stepIndex('phone'), 'review');
  expect(texts(phone).at(-1)).toBe('Enter done · Esc back · Ctrl+G help');
});

test('a mistake takes the place of the hint, once Enter has been pressed', () => {
  const typed = drive(inSandbox(), 'enter', '"ada@"').state;
  expect(texts(typed).join('\n')).not.toContain('Not a valid email address');
  const held = wizardView(drive(typed, 'enter').state, wide);
  expect(held.notes).toMatchObject([
    { tone: 'error', text: expect.stringContaining('Not a valid email address') },
  ]);
});

test('a key is drawn as dots, one for each of its characters', () => {
  const live = { host: undefined, hasKey: false, message: undefined };
  const { state } = drive(opened({}, { live }), 'down', 'enter', 'enter', '"canary"');
  expect(wizardView(state, wide).input).toMatchObject({ text: '••••••', column: 8, masked: true });
});

test('the review shows every field, what is wrong with a mark before it', () => {
  const { state } = drive(inSandbox({ name: 'Ada', email: 'ada@' }), 'escape');
  const shown = texts(state);
  expect(shown).toContain('Create the customer in the sandbox');
  expect(shown).toContain('  Name            Ada');
  expect(shown).toContain('✗ Email           ada@');
  expect(shown).toContain('  Phone           –');
});

test('the review says what is wrong with a value that was left unfinished, not with the one before', () => {
  const reviewed = inSandbox({ name: 'Ada', firstSeen: '2024-05-01' });
  const date = openStep(reviewed, stepIndex('firstSeen'), 'review');
  const { state } = drive(date, 'ctrl+u', '"12"', 'escape');
  expect(texts(state)).toContain('✗ First seen      12');
  expect(wizardView(state, wide).notes[0]).toEqual({
    tone: 'error',
    text: expect.stringContaining('✗ Not a plausible date: "12".'),
  });
});

test('review: the row of a value that another customer has is marked, and says who has it', () => {
  const { state } = drive(inSandbox({ name: 'Ada', email: 'ada@example.com' }), 'ctrl+r');
  const { subject = '' } = state.duplicateCheck ?? {};
  const byEmail = { kind: 'matches' as const, customers: [{ id: 1843, name: 'Ada' }], complete: true };
  const result = { kind: 'checked', byUserId: undefined, byEmail } as const;
  const checked = drive(state, { kind: 'duplicates-checked', subject, result }).state;
  expect(texts(checked)).toContain('! Email           ada@example.com');
  const used = '! This email is already used by "Ada" (ID 1843).';
  expect(texts(checked).join(' ')).toContain(used);
  expect(texts(drive(checked, 'home', 'down').state).join(' ')).toContain(used);
});

test('review: what concerns the whole customer is said below the actions', () => {
  const nameless = inSandbox({ company: 'Analytical Engines Ltd' });
  expect(texts(nameless).join(' ')).toContain("! Your team can't recognize a customer without a name");
  const live: WizardState = { ...inSandbox({ name: 'Ada' }), account: 'live', mayExist: true };
  expect(texts(live).join(' ')).toContain('! This customer was sent before, and may have been created');
});

test('review: where marks may be out of sight, the fields are named', () => {
  const advised = inSandbox({ name: 'Ada', email: 'ada@gmial.com', source: 'example.com' });
  expect(texts(advised, small)).toContain('! Look at: Email, Source');
  expect(texts(advised).join()).not.toContain('Look at');
  expect(texts(drive(inSandbox({ name: 'Ada', email: 'ada@' }), 'escape', 'end').state, small)).toContain(
    '✗ Fix: Email',
  );
});

test('review: a right value that was left with Esc is in the customer; a begun item is said to be missing', () => {
  const review = inSandbox({ name: 'Ada' });
  const dated = drive(openStep(review, stepIndex('firstSeen'), 'review'), '"2024-05-01"', 'escape').state;
  expect(dated).toMatchObject({ draft: { firstSeen: '2024-05-01' }, unfinished: {} });
  const tags = drive(
    openStep(review, stepIndex('tags'), 'review'),
    '"vip"',
    'enter',
    '"beta"',
    'escape',
  ).state;
  expect(texts(tags)).toContain('✗ Tags            vip');
  expect(texts(tags)).toContain('✗ An item is not added yet. Open the field and press Enter.');
  expect(texts(drive(tags, 'end', 'up', 'enter').state)).toContain('✗ Fix: Tags');
});

test('a day alone is shown as 00:00 UTC, and brings no advice; a time without a zone does', () => {
  const answered = (text: string) =>
    drive(openStep(inSandbox({ name: 'Ada' }), stepIndex('firstSeen'), 'review'), `"${text}"`, 'enter').state;
  const day = answered('yesterday');
  expect(day.history.at(-1)?.text).toBe('yesterday (2024-05-14 00:00:00 UTC)');
  expect(texts(day)).toContain('  First seen      2024-05-14 00:00:00 UTC');
  const time = answered('yesterday 5pm');
  expect(time.history.at(-1)?.text).toBe('No time zone, so UTC is used.');
  expect(texts(time)).toContain('! First seen      2024-05-14 17:00:00 UTC');
});

test('review: what was printed stays in sight, and the next key brings back the fields', () => {
  const printed = drive(inSandbox({ name: 'Ada' }), 'down', 'enter').state;
  expect(wizardView(printed, wide)).toMatchObject({ body: { length: 3 }, selected: 1 });
  expect(wizardView(drive(printed, 'down').state, wide).body).toHaveLength(customerFields.length + 4);
});

test.each([
  [80, 'Create the customer in HelpCrunch at api.helpcrunch.com'],
  [48, 'Create in HelpCrunch at api.helpcrunch.com'],
  [40, 'Create at api.helpcrunch.com'],
])('in %i columns the review names the host it creates at', (columns, label) => {
  const live = { host: 'api.helpcrunch.com', hasKey: true, message: undefined };
  const ready = { kind: 'account-ready' } as const;
  const { state } = drive(opened({ name: 'Ada' }, { given: 'live', live }), { kind: 'started' }, ready);
  const { body, selected = -1 } = wizardView(state, { columns, rows: 24 });
  expect(body[selected]?.text).toBe(label);
});

test('on a small screen the review scrolls with what is chosen', () => {
  const review = inSandbox({ name: 'Ada' });
  expect(wizardView(review, small).body).toHaveLength(4);
  const first = wizardView(drive(review, 'home').state, small);
  expect(first.body[first.selected ?? -1]?.text).toBe('  Name           Ada');
  const last = wizardView(drive(review, 'end').state, small);
  expect(last.body[last.selected ?? -1]?.text).toBe('Dry run');
});

test('help says every key in full, however narrow the screen', () => {
  const help = drive(inSandbox(), 'f1').state;
  const { body } = wizardView(help, { columns: 40, rows: 200 });
  const notes = body.map(({ text }) => text.trim()).join(' ');
  expect(notes).toContain('Stops sending, or saves a draft and quits.');
  expect(Math.max(...body.map(({ text }) => text.length))).toBeLessThanOrEqual(39);
});

test('help for a field begins with its rules and an example', () => {
  const email = drive(inSandbox({ name: 'Ada' }), 'home', 'down', 'enter', 'ctrl+g').state;
  const shown = texts(email);
  expect(shown.slice(1, 4)).toEqual([
    'Email',
    "  The customer's email address.",
    '  Must be an email address.',
  ]);
  expect(shown).toContain('  Example: ada@example.com');
  expect(shown.findIndex((text) => text.includes('Example'))).toBeLessThan(shown.indexOf('Everywhere'));
  const tags = openStep(inSandbox(), stepIndex('tags'), 'next');
  expect(texts(drive(tags, 'ctrl+g').state)).toContain('  Example: vip #ff0000');
});

test('the list of languages keeps its height, can be chosen from while nothing is typed, and says when none fits', () => {
  const open = openStep(inSandbox(), stepIndex('locale'), 'next');
  const bodyOf = (...typed: readonly string[]) => wizardView(drive(open, ...typed).state, wide).body;
  for (const typed of ['"p"', '"po"', '"port"', '"portu"', '"uk"', '"xx1"'])
    expect(bodyOf(typed)).toHaveLength(4);
  expect(bodyOf()).toHaveLength(4);
  expect(
    bodyOf()
      .map(({ text }) => text)
      .join(),
  ).not.toContain('❯');
  expect(bodyOf('"xx1"')[0]?.text).toContain('No language matches.');
  const [first] = bodyOf('down');
  expect(first?.text).toMatch(/^❯ en /u);
  const taken = drive(open, 'down', 'enter').state.draft.locale;
  expect(first?.text).toContain(` ${taken} `);
  expect(drive(open, 'down', 'up', 'enter').state.draft.locale).toBeUndefined();
});

test('notes are a box: Enter adds a line, the arrows move between lines, Tab and Ctrl+D go on', () => {
  const open = openStep(inSandbox(), stepIndex('notes'), 'next');
  const two = drive(open, '"Met in May."', 'enter', '"Wants a plan,"').state;
  const { input, keys, hasGap } = wizardView(two, wide);
  expect(input?.box).toEqual({
    rows: ['Met in May.', 'Wants a plan,', '', ''],
    row: 1,
    isCutAbove: false,
    isCutBelow: false,
  });
  expect(keys).toBe('Tab next · Esc back · Ctrl+O editor');
  expect(cursorOf(wizardView(two, wide))).toEqual({ x: 4 + 13, y: (hasGap ? 2 : 1) + 1 });
  const between = drive(two, 'up', '"X"', 'home', '"> "', 'down', 'end', '"!"').state;
  expect(between.screen).toMatchObject({ editor: { line: { text: '> Met in May.X\nWants a plan,!' } } });
  for (const key of ['tab', 'ctrl+d']) {
    expect(drive(two, key).state).toMatchObject({
      draft: { notes: 'Met in May.\nWants a plan,' },
      screen: { step: stepIndex('tags') },
    });
  }
  expect(drive(open, 'enter').state).toMatchObject({ draft: {}, screen: { step: stepIndex('tags') } });
});

test('the box of notes scrolls with its caret, and breaks long lines between words', () => {
  const open = openStep(inSandbox(), stepIndex('notes'), 'next');
  const five = drive(open, '"1"', 'enter', '"2"', 'enter', '"3"', 'enter', '"4"', 'enter', '"5"').state;
  expect(wizardView(five, wide).input?.box).toEqual({
    rows: ['2', '3', '4', '5'],
    row: 3,
    isCutAbove: true,
    isCutBelow: false,
  });
  const long = drive(open, '"one two three four five six seven eight nine"').state;
  expect(wizardView(long, small).input?.box?.rows.slice(0, 2)).toEqual([
    'one two three four five six seven ',
    'eight nine',
  ]);
});

test('help scrolls as far as its last row, and from there back at once', () => {
  const help = drive({ ...inSandbox(), size: wide }, 'f1').state;
  expect(wizardView(help, wide).title).toMatch(/^Help, rows 1 to 12 of \d+$/u);
  const end = drive(help, 'end', 'down', 'down').state;
  const { body, title } = wizardView(end, wide);
  expect(body.at(-1)?.text).toContain('Redoes what was undone.');
  expect(title).toMatch(/ to (\d+) of \1$/u);
  expect(wizardView(drive(end, 'up').state, wide).body.at(-1)).not.toEqual(body.at(-1));
  const paged = drive(help, 'page-down').state;
  expect(wizardView(paged, wide).title).toMatch(/^Help, rows 12 to 23 of/u);
  expect(wizardView(drive(paged, 'page-up').state, wide).title).toMatch(/^Help, rows 1 to 12 of/u);
  const pagedOn = drive(help, ...Array.from({ length: 9 }, () => 'page-down')).state;
  expect(wizardView(pagedOn, wide).title).toBe(title);
});

test('where rows are few, hints go first, and a note that is cut shows it', () => {
  const { keys, notes } = wizardView(inSandbox(), { columns: 12, rows: 5 });
  expect(keys).toBe('');
  expect(notes.map(({ text }) => text)).toEqual(['The name', 'that your…']);
});

test('the choices of accounts are whole on a narrow screen: what the selected one means stands below', () => {
  const account = opened();
  expect(texts(account)).toContain('Sandbox: try it out, nothing leaves this machine');
  const narrow = wizardView(account, { columns: 40, rows: 10 });
  expect(narrow.body.map(({ text }) => text)).toEqual(['Sandbox', 'HelpCrunch at api.example.com']);
  expect(narrow.notes.map(({ text }) => text)).toEqual(['With the key from HELPCRUNCH_API_KEY.']);
});

test('help leaves the record above it in sight', () => {
  const help = drive(inSandbox({ name: 'Ada' }), 'home', 'down', 'enter', 'ctrl+g').state;
  expect(wizardView(help, { columns: 100, rows: 30 }).body).toHaveLength(12);
});

test('a dry run says in the block what came of it, until another row is selected', () => {
  const review = drive(inSandbox({ name: 'Ada' }), 'end', 'enter').state;
  const [message] = wizardView(review, wide).notes;
  expect(message).toEqual({ tone: 'strong', text: expect.stringMatching(/dry run/iu) });
  expect(wizardView(drive(review, 'up').state, wide).notes).toEqual([]);
});

test('the review says a date once', () => {
  const shown = (firstSeen: string) => texts(inSandbox({ name: 'Ada', firstSeen })).join('\n');
  expect(shown('2024-05-01T09:30Z')).toMatch(/First seen {6}2024-05-01 09:30:00 UTC$/mu);
});

test('a placeholder is cut where it would wrap, and shows only while nothing is written at all', () => {
  const date = openStep(inSandbox(), stepIndex('firstSeen'), 'next');
  expect(wizardView(date, small).input?.placeholder).toBe('e.g. 2024-05-01, yesterday, 2 week…');
  const notes = openStep(inSandbox(), stepIndex('notes'), 'next');
  expect(wizardView(notes, wide).input?.placeholder).toContain('e.g. ');
  const second = drive(notes, '"a"', 'enter', '"b"', 'up', 'backspace').state;
  expect(wizardView(second, wide).input).toMatchObject({ text: '', placeholder: '' });
});

test('what matches moves no column of the languages', () => {
  const open = openStep(inSandbox(), stepIndex('locale'), 'next');
  const columnOf = (typed: string, own: string) => {
    const row = wizardView(drive(open, typed).state, wide).body.find(({ text }) => text.includes(own));
    return row?.text.indexOf(own);
  };
  expect(columnOf('"uk"', 'Українська')).toBe(columnOf('"cu"', 'ѩзыкъ'));
});

test('where nothing is typed or chosen, the cursor stands on what is to be read', () => {
  const help = drive(inSandbox(), 'f1').state;
  const view = wizardView(help, wide);
  expect(cursorOf(view)).toEqual({ x: 2, y: view.hasGap ? 2 : 1 });
});

test('a sentence of several rows hangs behind its mark', () => {
  const held = drive(inSandbox(), 'enter', '"ada@"', 'enter').state;
  const rows = wizardView(held, small).notes.map(({ text }) => text);
  expect(rows[0]).toMatch(/^✗ Not a valid email/u);
  expect(rows.slice(1).every((row) => row.startsWith('  '))).toBe(true);
});

test('labels and values stand in two columns on a narrow screen, too', () => {
  const { body } = wizardView(
    drive(inSandbox({ integrationId: 'x', tags: [{ name: 'y' }] }), 'end').state,
    small,
  );
  const columns = body.filter(({ text }) => /[xy]$/u.test(text)).map(({ text }) => text.length);
  expect(new Set(columns).size).toBe(1);
});
