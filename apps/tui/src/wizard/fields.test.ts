import { type CustomerDraft, customerFields } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { drive, inSandbox, now } from '../../test/drive-wizard.ts';
import { editorSummary, openEditor, withEditorValue } from '../editors/editor.ts';
import { screenView } from './wizard.ts';
import { steps } from './wizard-state.ts';

/** What a person types to get each field's own example, and a list item for lists. */
const typed = { tags: 'vip red', 'custom-data': 'plan = pro' } as const;

function answerTo({ kind, example }: (typeof customerFields)[number]): string {
  return kind === 'tags' || kind === 'custom-data' ? typed[kind] : String(example);
}

function filledIn() {
  const answers = customerFields.flatMap((field) => {
    const isList = field.kind === 'tags' || field.kind === 'custom-data';
    const next = field.kind === 'long-text' ? 'ctrl+d' : 'enter';
    return [`"${answerTo(field)}"`, next, ...(isList ? ['enter'] : [])];
  });
  return drive(inSandbox(), ...answers).state;
}

test('wizard: asks for every field of core, keeps each answer and shows it on the review', () => {
  const state = filledIn();
  expect(steps.map(({ key }) => key)).toEqual(customerFields.map(({ key }) => key));
  expect(state.screen.kind).toBe('review');
  expect(Object.keys(state.draft).toSorted()).toEqual(customerFields.map(({ key }) => key).toSorted());
  const rows = screenView(state, { columns: 200, rows: 60 }).body.map(({ text }) => text);
  for (const field of customerFields) {
    const shown = editorSummary(openEditor(field, state.draft), now);
    expect(shown).not.toBe('');
    expect(rows.filter((row) => row.includes(field.label) && row.endsWith(shown))).toHaveLength(1);
  }
});

test('wizard: sends what was entered in every field', () => {
  const { effects } = drive(filledIn(), 'enter');
  expect(effects).toMatchObject([{ kind: 'create', plan: { isReady: true } }]);
  const [effect] = effects;
  const sent = effect?.kind === 'create' ? Object.keys(effect.plan.request) : [];
  expect(sent.toSorted()).toEqual(customerFields.map(({ key }) => key).toSorted());
});

test('wizard: an editor that was opened and closed leaves every field as it was', () => {
  const { draft } = filledIn();
  const same = customerFields.reduce<CustomerDraft>(
    (before, field) => withEditorValue(before, field.key, openEditor(field, before), now),
    draft,
  );
  expect(same).toEqual(draft);
});
