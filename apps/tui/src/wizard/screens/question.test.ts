import type { Question } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { drive, now, opened } from '../../../test/drive-wizard.ts';
import { wizardView } from '../../render/ink/open-ink.ts';
import type { WizardEvent } from '../wizard-event.ts';
import { steps, type WizardState } from '../wizard-state.ts';
import { openStep } from './field/state.ts';
import { sendRow } from './review/review.ts';

const request = { name: 'Ada' };
const consent: Question = {
  account: { kind: 'live', label: 'default', host: 'api.example.com' },
  request,
  issues: [],
  reasons: [],
  mayDuplicate: false,
};
const risky: Question = {
  ...consent,
  reasons: [{ kind: 'sent-before', ledgerId: 'a', secondsAgo: 3 }],
  mayDuplicate: true,
};

function at(state: WizardState, milliseconds: number): WizardState {
  return { ...state, now: now + milliseconds };
}

function asked(question: Question): WizardEvent {
  return { kind: 'asked', question };
}

function live(): WizardState {
  return drive(opened(request, { given: 'live' }), { kind: 'started' }, { kind: 'account-ready' }).state;
}

const sends = { kind: 'answer', answer: { kind: 'send' } } as const;
const declines = { kind: 'answer', answer: { kind: 'cancel' } } as const;
const cancelled = { outcome: 'cancelled', customerExists: 'no', issues: [], request } as const;
const sending = drive(live(), 'enter').state;
const question = drive(sending, asked(consent)).state;

test('question: one Enter too many while skipping the last field sends nothing to a live account', () => {
  const last = openStep(live(), steps.length - 1, 'next');
  const review = drive(last, 'enter').state;
  expect(review.screen).toMatchObject({ kind: 'review', selected: sendRow });
  const { state, effects } = drive(review, 'enter');
  expect(effects).toMatchObject([{ kind: 'create', plan: { request } }]);
  expect(drive(drive(state, asked(consent)).state, 'enter').effects).toEqual([]);
});

test('question: the key that opened it does not answer it, nor does a key that is held down', () => {
  let state = question;
  for (const milliseconds of [0, 30, 400, 800, 1200]) {
    const pressed = drive(at(state, milliseconds), 'enter');
    expect(pressed.effects).toEqual([]);
    state = pressed.state;
  }
  expect(state.screen.kind).toBe('question');
});

test('question: in 40 columns it says which key creates, and which does not', () => {
  const ready = at(question, 5000);
  expect(wizardView(ready, { columns: 40, rows: 10 }).keys).toBe('Y create · Esc do not create');
});

test('question: typed or pasted text counts as a key, and so does one that means nothing', () => {
  for (const key of ['"x"', 'f5', { kind: 'paste', text: '1' } as const]) {
    const { state } = drive(at(question, 400), key);
    expect(drive(at(state, 800), 'enter').effects).toEqual([]);
    expect(drive(at(state, 900), '"y"').effects).toEqual([sends]);
  }
});

test.each([550, 1000, 2000])(
  'question: Enter held down with a repeat delay of %d ms sends nothing',
  (delay) => {
    let review = live();
    let clock = 0;
    for (let press = 0; press < 20; press += 1) {
      const opened = drive(at(drive(at(review, clock), 'enter').state, clock), asked(consent)).state;
      clock += delay;
      const answered = drive(at(opened, clock), 'enter');
      expect(answered.effects).toEqual([declines]);
      review = drive(answered.state, { kind: 'ended', outcome: cancelled }).state;
      expect(review.screen.kind).toBe('review');
    }
  },
);

test('question: after half a second without a key, Y consents, and N or Enter declines', () => {
  const { state, effects } = drive(at(question, 500), '"y"');
  expect(effects).toEqual([sends]);
  expect(state.screen.kind).toBe('sending');
  expect(drive(at(question, 400), '"Y"').effects).toEqual([]);
  expect(drive(at(question, 500), '"Y"').effects).toEqual([sends]);
  expect(drive(at(question, 500), '"n"').effects).toEqual([declines]);
  expect(drive(at(question, 500), 'enter').effects).toEqual([declines]);
});

test('question: where a second customer is possible, Enter takes the safe answer', () => {
  const state = at(drive(sending, asked(risky)).state, 500);
  expect(drive(state, 'enter').effects).toEqual([declines]);
  expect(drive(state, 'up', 'enter').effects).toEqual([sends]);
});

test('question: Esc does not create, and leads back to the review', () => {
  const { state, effects } = drive(at(question, 500), 'escape');
  expect(effects).toEqual([declines]);
  // It is safe at once: it is not the key that led here.
  expect(drive(at(question, 1), 'escape').effects).toEqual([declines]);
  const left = drive(state, { kind: 'ended', outcome: cancelled }).state;
  expect(left.screen).toMatchObject({ kind: 'review', message: 'Canceled: nothing was sent.' });
});

test('question: a resumed draft that may exist takes the safe answer, and says why', () => {
  const state = at(drive({ ...sending, mayExist: true }, asked(consent)).state, 500);
  expect(drive(state, 'enter').effects).toEqual([declines]);
});

test('question: its keys are shown once they count', () => {
  expect(wizardView(question, { columns: 90, rows: 30 }).keys).toBe('One moment…');
  const early = drive(at(question, 400), { kind: 'tick' });
  expect(early.effects).toEqual([{ kind: 'tick-later', milliseconds: 100 }]);
  const armed = drive(at(question, 500), { kind: 'tick' });
  expect(armed.effects).toEqual([]);
  expect(wizardView(armed.state, { columns: 90, rows: 30 }).keys).toContain('Enter choose');
});

test('question: it says the account, the host, the body and every reason', () => {
  const { lead = [] } = wizardView(drive(sending, asked(risky)).state, { columns: 90, rows: 30 });
  const notes = lead.map(({ text }) => text).join(' ');
  expect(notes).toContain('Create this customer in HelpCrunch, account default at api.example.com anyway?');
  expect(notes).toContain('The same customer was created 3 seconds ago.');
  expect(notes).toContain('Body: {"name":"Ada"}');
});

test('question: help can be read over it, and the key that closes help, held down, does not answer', () => {
  const help = drive(at(question, 600), '"?"').state;
  expect(help.screen.kind).toBe('help');
  const closed = drive(at(help, 2000), '"y"');
  expect(closed.state.screen).toMatchObject({ kind: 'question', selected: 1 });
  expect(drive(at(closed.state, 2030), '"y"').effects).toEqual([]);
  expect(wizardView(closed.state, { columns: 80, rows: 24 }).keys).toBe('One moment…');
  const ticked = drive(at(closed.state, 2001), { kind: 'tick' });
  expect(ticked.effects).toEqual([{ kind: 'tick-later', milliseconds: 499 }]);
  expect(drive(at(closed.state, 2600), '"y"').effects).toEqual([sends]);
});
