import { createKeyStore } from '@helpcrunch-customer-kit/local';
import { memoryKeychain } from '@helpcrunch-customer-kit/testing/api-keys';
import { expect, test } from 'vitest';
import { drive, opened } from '../../../test/drive-wizard.ts';
import { createLiveKeys } from '../../account/live-account.ts';
import { screenView } from '../wizard.ts';

const withoutKey = { live: { host: 'api.example.com', hasKey: false, message: undefined } };

/** At the key, which was chosen once more before the keychain has answered. */
const atKey = drive(opened({}, withoutKey), 'down', 'enter', 'enter').state;

const found = { kind: 'key-searched', isFound: true, note: undefined } as const;
const missing = { kind: 'key-searched', isFound: false, note: undefined } as const;
const pastedReady = { kind: 'account-ready', canKeep: true } as const;

test('the keychain is asked once the live account is chosen, and not before', () => {
  expect(drive(opened({}, withoutKey), 'down').effects).toEqual([]);
  const { state, effects } = drive(opened({}, withoutKey), 'down', 'enter');
  expect(effects).toEqual([{ kind: 'find-key' }]);
  expect(screenView(state, { columns: 80, rows: 24 }).notes).toEqual([
    { text: 'Looking for a key in the system keychain…', tone: 'quiet' },
  ]);
  expect(drive(state, found).effects).toEqual([{ kind: 'open-live', pastedKey: undefined }]);
  expect(drive(state, missing).state.screen).toMatchObject({ kind: 'key' });
});

test('the sandbox that is chosen while the keychain is asked is what opens', () => {
  const { state } = drive(opened({}, withoutKey), 'down', 'enter', 'up', 'enter');
  expect(drive(state, found).effects).toEqual([]);
  expect(drive(state, missing).state.screen).toMatchObject({ kind: 'account' });
});

test('a keychain that was asked is not asked again', () => {
  const { state } = drive(opened({}, withoutKey), 'down', 'enter', missing, 'escape', 'enter');
  expect(state.screen).toMatchObject({ kind: 'key' });
});

test('a key of the keychain does not move the choice of the account, and is named there', () => {
  const { state, effects } = drive(opened({}, withoutKey), found);
  expect(state).toMatchObject({ screen: { kind: 'account', selected: 0 }, live: { source: 'keychain' } });
  expect(effects).toEqual([]);
});

test('a key that the keychain has is not asked for any longer', () => {
  expect(drive(atKey, found).effects).toEqual([{ kind: 'open-live', pastedKey: undefined }]);
});

test('a person who is pasting a key is not interrupted by the keychain', () => {
  expect(drive(atKey, '"abc"', found)).toMatchObject({ state: { screen: { kind: 'key' } }, effects: [] });
});

test('a key that was handed over goes before one that the keychain finds late', () => {
  expect(drive(atKey, '"abc"', 'enter', found).effects).toEqual([]);
});

test('Enter pressed twice behind a key does not take anybody back', () => {
  const refused = { kind: 'account-refused', message: 'The API key is missing.' } as const;
  const { state } = drive(atKey, '"abc"', 'enter', 'enter', pastedReady, refused);
  expect(state.screen).toEqual({ kind: 'keep-key', selected: 0 });
});

test('while a key is checked it can be left, and what comes of it then opens nothing', () => {
  const checking = drive(atKey, '"abc"', 'enter').state;
  expect(screenView(checking, { columns: 80, rows: 24 }).notes).toEqual([
    { text: 'Checking the key…', tone: 'quiet' },
  ]);
  const later = drive({ ...checking, now: checking.now + 3000 }, { kind: 'tick' });
  expect(screenView(later.state, { columns: 80, rows: 24 })).toMatchObject({
    input: { placeholder: '' },
    notes: [{ text: 'Checking the key…  3 s' }],
    keys: 'Esc back · Ctrl+C quit',
  });
  expect(later.effects).toEqual([{ kind: 'tick-later', milliseconds: 1000 }]);
  const left = drive(checking, 'escape').state;
  expect(left).toMatchObject({ account: undefined, screen: { kind: 'account' } });
  for (const event of [
    pastedReady,
    { kind: 'account-ready' },
    { kind: 'account-refused', message: 'No.' },
  ] as const) {
    expect(drive(left, event).state.screen).toEqual(left.screen);
  }
});

test('a keychain that cannot be used is reported where a key is asked for', () => {
  const note = "This system's keychain cannot be used.";
  const { state } = drive(atKey, { kind: 'key-searched', isFound: false, note });
  expect(state).toMatchObject({ screen: { kind: 'key' }, live: { hasKey: false, note } });
});

test('a pasted key that can be used is offered to be kept, and no is the first choice', () => {
  const { state } = drive(atKey, '"abc"', 'enter', pastedReady);
  expect(state.screen).toEqual({ kind: 'keep-key', selected: 0 });
  expect(drive(state, 'enter')).toMatchObject({ state: { screen: { kind: 'field' } }, effects: [] });
  expect(drive(state, 'escape')).toMatchObject({ state: { screen: { kind: 'field' } }, effects: [] });
});

test('a key is kept when that is chosen, and the questions go on at once', () => {
  const { state, effects } = drive(atKey, '"abc"', 'enter', pastedReady, 'down', 'enter');
  expect(effects).toEqual([{ kind: 'keep-key' }]);
  expect(state.screen).toMatchObject({ kind: 'field', step: 0 });
});

test('a key that was typed and can be used is not asked for again', () => {
  const { state } = drive(atKey, '"abc"', 'enter', pastedReady, 'enter', 'escape');
  const { body } = screenView(state, { columns: 80, rows: 24 });
  expect(body[1]?.text).toBe('HelpCrunch at api.example.com: with the key that you typed');
  expect(drive(state, 'enter').effects).toEqual([{ kind: 'open-live', pastedKey: undefined }]);
});

test('the state does not hold the key that was pasted', () => {
  const { state } = drive(atKey, '"abcdef"', 'enter', pastedReady, 'down', 'enter');
  expect(JSON.stringify(state)).not.toContain('abcdef');
});

function liveKeys(environment: Readonly<Record<string, string>> = {}) {
  const kept = new Map<string, string>();
  const learnt: string[] = [];
  const keys = createLiveKeys({
    environment,
    keys: createKeyStore({ open: async () => memoryKeychain(kept) }),
    learnKey: (key) => learnt.push(key.reveal()),
  });
  return { keys, kept, learnt };
}

test('a pasted key is kept for the host it was pasted for', async () => {
  const { keys, kept, learnt } = liveKeys();
  expect(await keys.paste('Bearer <abc>')).toMatchObject({ reading: { kind: 'ready' }, canKeep: true });
  expect(await keys.keep()).toBe("The key for api.helpcrunch.com is in this system's keychain.");
  expect(kept).toEqual(new Map([['api.helpcrunch.com', 'abc']]));
  expect(learnt).toEqual(['abc']);
});

test('beside a key in the environment, keeping another would be of no use', async () => {
  const { keys } = liveKeys({ HELPCRUNCH_API_KEY: 'refused' });
  expect(await keys.paste('abc')).toMatchObject({ reading: { kind: 'ready' }, canKeep: false });
});

test('the wizard does not offer to save text that is not a key', async () => {
  const { keys } = liveKeys();
  expect(await keys.paste('half a key')).toEqual({
    reading: { kind: 'no-key', issue: 'blank-inside' },
    canKeep: false,
  });
});
