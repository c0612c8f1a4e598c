import type { CustomerDraft, Refusal } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { stepIndex } from '../wizard/steps.ts';
import { askField } from './ask-field.ts';
import { freshSession } from './begin-session.ts';
import { createConversation } from './conversation.ts';
import type { FieldWorld, Session } from './session.ts';

/** Asks for one field, the answers known beforehand. */
async function asked(
  key: string,
  draft: CustomerDraft,
  answers: readonly string[],
  options: { readonly refusals?: readonly Refusal[]; readonly after?: 'next' | 'review' } = {},
) {
  const lines = [...answers];
  const next = async () => lines.shift();
  const said: string[] = [];
  const output = {
    write(text: string) {
      said.push(text);
      return true;
    },
  };
  const reader = { next, nextHidden: next, isEchoed: true, close() {} };
  const saved: Session[] = [];
  const world: FieldWorld = {
    talk: createConversation({ reader, output, hide: (text) => text }),
    now: () => Date.parse('2024-05-15T12:00:00Z'),
    onSession: (session) => saved.push(session),
  };
  const session = { ...freshSession({ draft: {}, issues: [] }), draft, refusals: options.refusals ?? [] };
  const stage = { kind: 'field', step: stepIndex(key), after: options.after ?? 'next' } as const;
  const turn = await askField(session, stage, world);
  return { ...turn, draft: turn.session.draft, said: said.join(''), saved };
}

test('an answer becomes the value, and the next field is asked for', async () => {
  const { draft, stage, session } = await asked('name', {}, ['Ada']);
  expect(draft).toEqual({ name: 'Ada' });
  expect(stage).toEqual({ kind: 'field', step: 1, after: 'next' });
  expect(session.furthest).toBe(0);
});

test('Enter keeps what there is, and a minus sign takes it out', async () => {
  expect((await asked('name', { name: 'Ada' }, [''])).draft).toEqual({ name: 'Ada' });
  expect((await asked('name', { name: 'Ada' }, ['-'])).draft).toEqual({});
});

test('a wrong answer is named and asked for again', async () => {
  const { draft, said } = await asked('email', {}, ['ada@', 'ada@example.com']);
  expect(draft).toEqual({ email: 'ada@example.com' });
  expect(said).toContain('Problem: ');
});

test('going back keeps even a wrong answer', async () => {
  const { draft, stage } = await asked('email', {}, ['ada@', '<']);
  expect(draft).toEqual({ email: 'ada@' });
  expect(stage).toEqual({ kind: 'field', step: 0, after: 'next' });
});

test('the end of the input keeps what was entered of a list', async () => {
  const { draft, stage } = await asked('tags', {}, ['vip #ff0000, beta']);
  expect(draft).toEqual({ tags: [{ name: 'vip', color: '#ff0000' }, { name: 'beta' }] });
  expect(stage).toEqual({ kind: 'end' });
});

test('advice is said, and blocks nothing', async () => {
  const { said, stage } = await asked('firstSeen', {}, ['2024-05-01']);
  expect(said).toContain('Advice: ');
  expect(stage).toMatchObject({ kind: 'field', step: stepIndex('firstSeen') + 1 });
});

test('a phrase for a date is said as the moment it was taken for', async () => {
  const { draft, said } = await asked('firstSeen', {}, ['2 weeks ago']);
  expect(draft).toEqual({ firstSeen: '2024-05-01T12:00:00Z' });
  expect(said).toContain('That is 2024-05-01 12:00:00 UTC, sent as "1714564800".');
});

test('a language that fits several is asked about by number', async () => {
  const { draft, said } = await asked('locale', {}, ['port', '1']);
  expect(said).toContain('Portuguese, pt');
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
  expect((await asked('name', {}, ['Ada'], { after: 'review' })).stage).toEqual({ kind: 'review' });
  expect((await asked('name', {}, ['<'], { after: 'review' })).stage).toEqual({ kind: 'review' });
});

test('a refusal is said in the words of HelpCrunch, and is settled by another value', async () => {
  const refusal = { code: 'refused', path: '/email', severity: 'error', apiCode: 'email' } as const;
  const refusals = [{ ...refusal, said: 'Not this one.' }];
  const { session, said } = await asked('email', { email: 'a@b.example' }, ['c@d.example'], { refusals });
  expect(said).toContain('Not this one.');
  expect(session.refusals).toEqual([]);
});

test('every answer is saved on the way', async () => {
  const { saved } = await asked('name', {}, ['Ada']);
  expect(saved.at(-1)).toMatchObject({ draft: { name: 'Ada' }, furthest: 0 });
});

test('what is wrong cannot be kept, and nobody is told that it could', async () => {
  const { said, draft } = await asked('email', { email: 'ada@' }, ['', '-']);
  expect(said).toContain('It is ada@. Write it anew, or - to take it out.');
  expect(said).not.toContain('Enter keeps');
  expect(draft).toEqual({});
});
