import type { CustomerDraft, Refusal } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { inSandbox } from '../../../test/drive-wizard.ts';
import { askField } from '../../wizard/screens/field/lines.ts';
import { enteredDraft, openStep } from '../../wizard/screens/field/state.ts';
import { reduceWizard } from '../../wizard/wizard.ts';
import { type FieldScreen, stepIndex, type WizardState } from '../../wizard/wizard-state.ts';
import type { Machine } from '../view.ts';
import { createConversation } from './conversation.ts';

interface FieldOptions {
  readonly refusals?: readonly Refusal[];
  readonly to?: FieldScreen['then'];
}

/** Asks for one field, the answers known beforehand. */
async function asked(
  key: string,
  draft: CustomerDraft,
  answers: readonly string[],
  { refusals = [], to = 'next' }: FieldOptions = {},
) {
  const lines = [...answers];
  const next = async () => lines.shift();
  const notes: string[] = [];
  const output = {
    write(text: string) {
      notes.push(text);
      return true;
    },
  };
  const reader = { next, nextHidden: next, isEchoed: true, close() {} };
  const step = stepIndex(key);
  let state = openStep({ ...inSandbox(), draft, refusals, furthest: step - 1 }, step, to);
  const saved: WizardState[] = [];
  const machine: Machine = {
    get state() {
      return state;
    },
    left: new AbortController().signal,
    dispatch: (event) => machine.dispatchAll([event], (_, each) => each),
    dispatchAll(items, toEvent) {
      for (const item of items) state = reduceWizard(state, toEvent(state, item)).state;
      saved.push(state);
    },
  };
  const talk = createConversation({ reader, output, hide: (text) => text });
  const end = await askField(machine, talk);
  // Advice about an answer is reported with the next question.
  const news = state.history.filter(({ isEcho }) => !isEcho).map(({ mark, text }) => `${mark}: ${text}`);
  return { end, state, screen: state.screen, draft: state.draft, notes: notes.join(''), news, saved };
}

test('an answer becomes the value, and the next field is asked for', async () => {
  const { draft, screen, state } = await asked('name', {}, ['Ada']);
  expect(draft).toEqual({ name: 'Ada' });
  expect(screen).toMatchObject({ kind: 'field', step: 1 });
  expect(screen.kind === 'field' && screen.then).toBe('next');
  expect(state.furthest).toBe(0);
});

test('Enter keeps what there is, and a minus sign takes it out', async () => {
  expect((await asked('name', { name: 'Ada' }, [''])).draft).toEqual({ name: 'Ada' });
  expect((await asked('name', { name: 'Ada' }, ['-'])).draft).toEqual({});
});

test('a wrong answer is named and asked for again', async () => {
  const { draft, notes } = await asked('email', {}, ['ada@', 'ada@example.com']);
  expect(draft).toEqual({ email: 'ada@example.com' });
  expect(notes).toContain('Problem: ');
});

test('going back keeps even a wrong answer', async () => {
  const { state, screen } = await asked('email', {}, ['ada@', '<']);
  expect(enteredDraft(state)).toEqual({ email: 'ada@' });
  expect(screen).toMatchObject({ kind: 'field', step: 0 });
  expect(screen.kind === 'field' && screen.then).toBe('next');
});

test('the end of the input keeps what was entered of a list', async () => {
  const { state, end } = await asked('tags', {}, ['vip #ff0000, beta']);
  expect(enteredDraft(state)).toEqual({ tags: [{ name: 'vip', color: '#ff0000' }, { name: 'beta' }] });
  expect(end).toBe('end');
});

test('advice is reported, and blocks nothing', async () => {
  const { news, screen } = await asked('firstSeen', {}, ['2024-05-01 09:30']);
  expect(news).toContainEqual(expect.stringContaining('advice: '));
  expect(screen).toMatchObject({ kind: 'field', step: stepIndex('firstSeen') + 1 });
});

test('a phrase for a date is reported as the moment it was taken for', async () => {
  const { draft, notes } = await asked('firstSeen', {}, ['2 weeks ago']);
  expect(draft).toEqual({ firstSeen: '2024-05-01' });
  expect(notes).toContain('Read as 2024-05-01 00:00:00 UTC, sent as "1714521600".');
});

test('a language that fits several is asked about by number', async () => {
  const { draft, notes } = await asked('locale', {}, ['port', '1']);
  expect(notes).toContain('Portuguese, pt');
  expect(draft).toEqual({ locale: 'pt' });
});

test('notes have several lines, ended by an empty one', async () => {
  const { draft } = await asked('notes', {}, ['one', 'two', '']);
  expect(draft).toEqual({ notes: 'one\ntwo' });
});

test('attributes are read as they are typed, and the last one can be taken out', async () => {
  const { draft } = await asked('customData', {}, ['seats = 12', 'trial = no', '-', '']);
  expect(draft).toEqual({ customData: [{ property: 'seats', value: 12 }] });
});

test('a field that was opened from the review leads back to it', async () => {
  expect((await asked('name', {}, ['Ada'], { to: 'review' })).screen.kind).toBe('review');
  expect((await asked('name', {}, ['<'], { to: 'review' })).screen.kind).toBe('review');
});

test('a refusal is reported in the words of HelpCrunch, and is settled by another value', async () => {
  const refusal = { code: 'refused', path: '/email', severity: 'error', apiCode: 'email' } as const;
  const refusals = [{ ...refusal, message: 'Not this one.' }];
  const { state, notes } = await asked('email', { email: 'a@b.example' }, ['c@d.example'], { refusals });
  expect(notes).toContain('Not this one.');
  expect(state.refusals).toEqual([]);
});

test('every answer is saved on the way', async () => {
  const { saved } = await asked('name', {}, ['Ada']);
  expect(saved.at(-1)).toMatchObject({ draft: { name: 'Ada' }, furthest: 0 });
});

test('what is wrong cannot be kept, and is not offered to be', async () => {
  const { notes, draft } = await asked('email', { email: 'ada@' }, ['', '-']);
  expect(notes).toContain('Current value: ada@. Type a new value, or - to clear it.');
  expect(notes).not.toContain('Enter keeps');
  expect(draft).toEqual({});
});

test('a value that is offered is taken with +, or passed by with Enter', async () => {
  const { notes, draft } = await asked('email', {}, ['ada@gmial.com', '+']);
  expect(notes).toContain('Type + to use ada@gmail.com. Enter keeps yours.');
  expect(draft).toEqual({ email: 'ada@gmail.com' });
  expect((await asked('email', {}, ['ada@gmial.com', ''])).draft).toEqual({ email: 'ada@gmial.com' });
});

test('a tag whose color is offered is added with it, or as it was written', async () => {
  const offered = await asked('tags', {}, ['vip puprle', '+', '']);
  expect(offered.draft).toEqual({ tags: [{ name: 'vip', color: 'purple' }] });
  expect((await asked('tags', {}, ['vip puprle', '', ''])).draft).toEqual({ tags: [{ name: 'vip puprle' }] });
});

test.each(['name', 'tags'])(
  'a whole customer written into %s is offered, and nothing is taken yet',
  async (key) => {
    const { end, screen, draft } = await asked(key, {}, ['{"name": "Ada", "email": "ada@example.com"}']);
    expect({ end, kind: screen.kind, draft }).toEqual({ end: 'answered', kind: 'pasted', draft: {} });
  },
);

test('text that is not an item yet is not added: type it again, or leave it out with Enter', async () => {
  const { notes, draft } = await asked('customData', {}, ['plan', '', 'seats = 12', '']);
  expect(notes).toContain('Not added. Type it again, or press Enter to skip it.');
  expect(draft).toEqual({});
  const again = await asked('customData', {}, ['plan', 'seats = 12', '']);
  expect(again.draft).toEqual({ customData: [{ property: 'seats', value: 12 }] });
});
