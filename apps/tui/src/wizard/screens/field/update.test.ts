import type { CustomerDraft } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { drive, inSandbox, pasted } from '../../../../test/drive-wizard.ts';
import { wizardView } from '../../../render/ink/open-ink.ts';
import { stepIndex, type WizardState } from '../../wizard-state.ts';
import { openStep } from './state.ts';

function notesAfter(text: string) {
  const { screen } = drive(inSandbox(), pasted(text)).state;
  return screen.kind === 'field' ? screen.notes : undefined;
}

test('a paste that was meant to be a customer says where it is broken, and how to take it out again', () => {
  expect(notesAfter('{\n "name": "Ada"\n "email": "a"\n}')).toEqual([
    'Pasted as text. Invalid JSON: expected a comma (line 3, column 2). Ctrl+_ removes the paste.',
  ]);
  const undone = drive(inSandbox(), pasted('{"name": "Ada" "a": 1}'), 'ctrl+_').state;
  expect(undone.screen).toMatchObject({ editor: { line: { text: '' } }, notes: [] });
});

test('what merely begins with a brace is text', () => {
  expect(notesAfter('{shrug}')).toEqual([]);
});

test.each([
  ['import requests\nrequests.post(url, json={"name": "Ada"})', 'this is Python code'],
  ["<?php $ch = curl_init('https://example.com');", 'this is PHP code'],
  ['curl -d @customer.json https://example.com', 'this is a curl command'],
  ['<customer><name>Ada</name></customer>', 'this is HTML or XML'],
  ['{"name": "Ada"}\n{"name": "Grace"}', 'there are several customers'],
])('a paste that cannot be read as a customer, %j, says what it is', (text, message) => {
  expect(notesAfter(text)).toEqual([expect.stringContaining(`Pasted as text. Invalid JSON: ${message}`)]);
});

test.each(['a,b\n1,2', 'Name: Ada\nEmail: a@x.com', 'A=1', 'Ada Lovelace'])(
  'the paste %j is text',
  (text) => {
    expect(notesAfter(text)).toEqual([]);
  },
);

const size = { columns: 90, rows: 30 };

function at(key: string, draft: CustomerDraft = {}): WizardState {
  return openStep(inSandbox(draft), stepIndex(key), 'next');
}

test.each([
  ['email', 'ada@gmial.com', 'ada@gmail.com'],
  ['firstSeen', '1603885746000', '1603885746'],
  ['source', 'example.com/a', 'https://example.com/a'],
])('%s: Tab takes what is offered for %s, and undo brings back what was typed', (key, typed, offered) => {
  const { state } = drive(at(key), `"${typed}"`);
  const { notes, keys } = wizardView(state, size);
  expect(notes.map(({ text }) => text).join(' ')).toContain(offered);
  expect(notes[0]?.tone).toBe('advice');
  expect(keys).toBe('Enter next · Esc back · Tab use it');
  const taken = drive(state, 'tab').state;
  expect(wizardView(taken, size).input?.text).toBe(offered);
  expect(wizardView(drive(taken, 'ctrl+_').state, size).input?.text).toBe(typed);
});

test('where nothing is offered, Tab goes on as Enter does', () => {
  expect(drive(at('name'), '"Ada"', 'tab').state).toMatchObject({
    draft: { name: 'Ada' },
    screen: { step: 1 },
  });
  expect(drive(at('tags'), '"vip"', 'tab').state.screen).toMatchObject({
    editor: { items: [{ name: 'vip' }] },
  });
});

test('on the review Tab takes what is offered for the row, and stays there', () => {
  const row = stepIndex('email');
  const down = Array.from({ length: row }, () => 'down');
  const onRow = drive(inSandbox({ name: 'Ada', email: 'ada@gmial.com' }), 'home', ...down).state;
  expect(wizardView(onRow, size).keys).toContain('Tab use it');
  expect(drive(onRow, 'tab').state).toMatchObject({
    draft: { email: 'ada@gmail.com' },
    screen: { kind: 'review', selected: row },
  });
});

test('Ctrl+R leads from any field to the review: what is right is taken, what is not stays as it stands', () => {
  expect(drive(at('name'), '"Ada"', 'ctrl+r').state).toMatchObject({
    draft: { name: 'Ada' },
    screen: { kind: 'review' },
  });
  const wrong = drive(at('email'), '"ada@"', 'ctrl+r').state;
  expect(wrong).toMatchObject({ draft: {}, unfinished: { email: {} }, screen: { kind: 'review' } });
  expect(drive(at('tags'), '"vip"', 'ctrl+r').state.draft).toEqual({ tags: [{ name: 'vip' }] });
  expect(drive(at('email'), 'ctrl+r').state.history).toEqual(at('email').history);
  const begun = drive(at('customData'), '"= x"', 'ctrl+r').state;
  expect(drive(begun, 'enter').state.screen).toMatchObject({ step: stepIndex('customData') });
});
