import { expect, test } from 'vitest';
import { drive, inSandbox, opened, pasted } from '../../test/drive-wizard.ts';
import { sendRow } from './screens/review/review.ts';
import { screenView } from './wizard.ts';
import { steps } from './wizard-state.ts';

const ready = { kind: 'account-ready' } as const;
const skips = Array.from({ length: steps.length }, () => 'enter');

test('the account comes first, the one that can be used chosen', () => {
  expect(opened().screen).toEqual({ kind: 'account', selected: 1 });
  const live = { host: 'api.example.com', hasKey: false, message: undefined };
  expect(opened({}, { live }).screen).toEqual({ kind: 'account', selected: 0 });
});

test('the record names the sandbox that was joined', () => {
  const start = opened({}, { given: 'sandbox', sandboxUrl: 'http://127.0.0.1:4010/v1' });
  const { history } = drive(start, { kind: 'started' }, { kind: 'account-ready' }).state;
  expect(history).toMatchObject([{ label: 'Account', text: 'Sandbox at 127.0.0.1:4010' }]);
});

test('the sandbox is opened when it is chosen, and then the first field', () => {
  const chosen = drive(opened(), 'up', 'enter');
  expect(chosen.effects).toEqual([{ kind: 'open-sandbox' }]);
  const { state } = drive(chosen.state, ready);
  expect(state).toMatchObject({ account: 'sandbox', screen: { kind: 'field', step: 0 } });
});

test('an account that the command line names is not asked for', () => {
  const { state, effects } = drive(opened({}, { given: 'sandbox' }), { kind: 'started' });
  expect({ account: state.account, effects }).toEqual({
    account: 'sandbox',
    effects: [{ kind: 'open-sandbox' }],
  });
  expect(drive(opened(), { kind: 'started' }).effects).toEqual([]);
});

const keychainEmpty = { kind: 'key-searched', isFound: false, note: undefined } as const;

test('an account that is ready twice does not lead back', () => {
  const { state } = drive(inSandbox(), '"Ada"');
  expect(drive(state, ready).state).toEqual(state);
});

test('a key at hand opens the live account; without one it is asked for', () => {
  expect(drive(opened(), 'enter').effects).toEqual([{ kind: 'open-live', pastedKey: undefined }]);
  const live = { host: 'api.example.com', hasKey: false, message: 'It has brackets.' };
  const asked = drive(opened({}, { live }), 'down', 'enter', keychainEmpty);
  expect(asked.state.screen).toMatchObject({ kind: 'key', message: 'It has brackets.' });
  expect(asked.effects).toEqual([]);
});

test('a key is handed over once, and no part of it stays', () => {
  const live = { host: 'api.example.com', hasKey: false, message: undefined };
  const typing = drive(
    opened({}, { live }),
    'down',
    'enter',
    keychainEmpty,
    '"canary-"',
    'ctrl+w',
    '"canary"',
    pasted('-key'),
  );
  const { state, effects } = drive(typing.state, 'enter');
  expect(effects).toEqual([
    { kind: 'open-live', pastedKey: 'canary-key' },
    { kind: 'tick-later', milliseconds: 1000 },
  ]);
  expect(JSON.stringify(state)).not.toContain('canary');
  for (const key of ['ctrl+_', 'ctrl+y', 'alt+r'])
    expect(JSON.stringify(drive(state, key).state)).not.toContain('canary');
  expect(JSON.stringify(drive(typing.state, 'escape').state)).not.toContain('canary');
});

test('a refused account says why, where it was chosen', () => {
  const refused = {
    kind: 'account-refused',
    message: 'The base URL has a space inside. Remove it.',
  } as const;
  expect(drive(opened(), 'enter', refused).state.screen).toMatchObject({
    kind: 'account',
    selected: 1,
    message: 'The base URL has a space inside. Remove it.',
  });
});

test('Enter takes an answer and goes on; an empty one is skipped', () => {
  const { state } = drive(inSandbox(), '"Ada"', 'enter', 'enter');
  expect(state).toMatchObject({ draft: { name: 'Ada' }, furthest: 1, screen: { step: 2 } });
  expect(state.history.slice(1)).toEqual([{ mark: 'plain', label: 'Name', text: 'Ada', isEcho: true }]);
});

test('an error holds at its field, is reported from the first Enter on, and then live', () => {
  const typing = drive(inSandbox(), 'enter', '"ada@"').state;
  expect(typing.screen).toMatchObject({ step: 1, showErrors: false });
  const held = drive(typing, 'enter').state;
  expect(held.screen).toMatchObject({ step: 1, showErrors: true });
  expect(held.draft).toEqual({});
  expect(drive(held, '"example.com"', 'enter').state).toMatchObject({
    draft: { email: 'ada@example.com' },
    screen: { step: 2 },
  });
});

test('advice never holds; it is kept beside the answer', () => {
  const { state } = drive(inSandbox(), 'enter', '"ada@gmial.com"', 'enter');
  expect(state.screen).toMatchObject({ step: 2 });
  expect(state.history.at(-1)).toMatchObject({ mark: 'advice', text: expect.stringContaining('gmail.com') });
});

test('back keeps what is in the field, right or not', () => {
  const back = drive(inSandbox(), '"Ada"', 'enter', '"wrong"', 'shift+tab').state;
  expect(back.screen).toMatchObject({ step: 0, editor: { line: { text: 'Ada' } } });
  expect(back.draft).toEqual({ name: 'Ada' });
  const again = drive(back, 'enter').state;
  expect(again.screen).toMatchObject({ step: 1, showErrors: true, editor: { line: { text: 'wrong' } } });
});

test('an unchanged answer adds no line', () => {
  const { state } = drive(inSandbox(), '"Ada"', 'enter', 'escape', 'enter');
  expect(state.history.filter(({ label }) => label === 'Name')).toHaveLength(1);
});

test('a changed answer names what it was before, and a cleared one, too', () => {
  const changed = drive(inSandbox(), '"Ada"', 'enter', 'escape', '" L."', 'enter', 'escape').state;
  const cleared = drive(changed, 'ctrl+u', 'enter').state;
  expect(cleared.history.slice(1).map(({ text }) => text)).toEqual([
    'Ada',
    'Ada L.  (was Ada)',
    '–  (was Ada L.)',
  ]);
});

test('a changed answer names the start of a long one before', () => {
  const long = `"${'Ada Lovelace '.repeat(9)}"`;
  const { state } = drive(inSandbox(), long, 'enter', 'escape', 'ctrl+u', '"Ada"', 'enter');
  expect(state.history.at(-1)?.text).toBe('Ada  (was Ada Lovelace Ada Lovelace Ada L…)');
});

test('the record names the address of a sandbox that has one', () => {
  const options = { given: 'sandbox', sandboxUrl: 'http://127.0.0.1:4010/v1' } as const;
  const { state } = drive(opened({}, options), { kind: 'started' }, ready);
  expect(state.history[0]).toMatchObject({ label: 'Account', text: 'Sandbox at 127.0.0.1:4010' });
});

test('j and k move in a list of choices, and are letters in a field', () => {
  const moved = drive(opened(), { kind: 'started' }, '"j"').state;
  expect(moved.screen).toMatchObject({ kind: 'account', selected: 1 });
  expect(drive(moved, '"k"').state.screen).toMatchObject({ selected: 0 });
  expect(drive(inSandbox(), '"jk"', 'enter').state.draft).toEqual({ name: 'jk' });
});

test('Esc on the first screen does not quit', () => {
  const { state, effects } = drive(opened(), 'escape');
  expect(effects).toEqual([]);
  expect(state).toEqual({ ...opened(), screen: { ...opened().screen, isAtStart: true } });
  expect(screenView(state, { columns: 80, rows: 24 }).notes[0]?.text).toContain('Ctrl+C quits');
  const moved = drive(state, 'down').state;
  expect(screenView(moved, { columns: 80, rows: 24 }).notes).toEqual([]);
});

test('back from the first field leads to the account, and from there back to the field', () => {
  const { state } = drive(inSandbox(), '"Ada"', 'escape');
  expect(state.screen).toEqual({ kind: 'account', selected: 0 });
  expect(drive(state, 'enter', ready).state.screen).toMatchObject({
    step: 0,
    editor: { line: { text: 'Ada' } },
  });
});

test('all fields skipped, there is nothing to send, and Enter sends nothing', () => {
  const { state } = drive(inSandbox(), ...skips);
  expect(state.screen).toMatchObject({ kind: 'review', selected: sendRow });
  expect(drive(state, 'enter')).toEqual({ state, effects: [] });
});

test('Enter on an unfinished tag takes it, and only then goes on', () => {
  const tags = steps.findIndex(({ key }) => key === 'tags');
  const { state } = drive(inSandbox(), ...skips.slice(0, tags), '"vip red"', 'enter');
  expect(state.screen).toMatchObject({ step: tags, editor: { items: [{ name: 'vip', color: 'red' }] } });
  expect(drive(state, 'enter').state.draft).toEqual({ tags: [{ name: 'vip', color: 'red' }] });
});

test('what a file has filled in is not asked for again, unless it is wrong', () => {
  expect(inSandbox({ name: 'Ada' }).screen).toMatchObject({ kind: 'review' });
  const wrong = inSandbox({ name: 'Ada', email: 'ada@' });
  expect(wrong.screen).toMatchObject({ kind: 'field', step: 1, showErrors: true });
});

test('a whole customer pasted into a field is offered, and filled in', () => {
  const json = '{ "name": "Ada", "email": "ada@example.com", "nickname": "A" }';
  const offered = drive(inSandbox(), pasted(json)).state;
  expect(offered.screen.kind).toBe('pasted');
  const { state } = drive(offered, 'enter');
  expect(state).toMatchObject({
    draft: { name: 'Ada', email: 'ada@example.com' },
    screen: { kind: 'review' },
  });
  expect(state.history.at(-1)?.text).toContain('nickname');
  expect(drive(offered, 'down', 'enter').state.screen).toMatchObject({ editor: { line: { text: json } } });
  expect(drive(offered, 'escape').state).toEqual(inSandbox());
});

test('help opens over a screen and closes on it', () => {
  const state = drive(inSandbox(), '"Ada?"').state;
  expect(state.screen).toMatchObject({ editor: { line: { text: 'Ada?' } } });
  const help = drive(state, 'f1').state;
  expect(help.screen.kind).toBe('help');
  expect(drive(help, 'escape').state).toEqual(state);
});

test('Ctrl+C leaves from every screen but a send under way', () => {
  for (const state of [opened(), inSandbox(), inSandbox({ name: 'Ada' })])
    expect(drive(state, 'ctrl+c').effects).toEqual([{ kind: 'exit' }]);
});
