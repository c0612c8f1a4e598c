import type { Created, DuplicateCheck, Outcome, Refusal, Unknown } from '@helpcrunch-customer-kit/core';
import { customerFields } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { drive, inSandbox, now } from '../../../../test/drive-wizard.ts';
import { messageLine } from '../../../render/lines/conversation.ts';
import { screenView } from '../../wizard.ts';
import type { WizardEvent } from '../../wizard-event.ts';
import { stepIndex, type WizardState } from '../../wizard-state.ts';
import { reviewRows, sendRow } from './review.ts';

const customData = [{ property: 'plan', value: 'pro' }];
const request = { name: 'Ada', email: 'ada@example.com', userId: 'u-1', customData };
const noDuplicates: DuplicateCheck = { kind: 'checked', byUserId: undefined, byEmail: undefined };
const issues = [] as const;

const created: Created = {
  outcome: 'created',
  customerExists: 'yes',
  issues,
  request,
  confirmedBy: 'answer',
  customer: { id: 7, name: 'Ada', email: '', blocked: null, tags: [{ name: 'vip', color: 'red' }] },
  dropped: ['/customData/0'],
  changed: [{ path: '/name', sent: 'Ada', got: 'ADA' }],
};

const unknown: Unknown = {
  outcome: 'unknown',
  customerExists: 'unknown',
  issues,
  request,
  reason: 'connection-lost',
  attempt: { request, sentAt: now, before: undefined },
  lookup: { kind: 'not-seen', secondsAgo: 3 },
};

function sent(outcome: Outcome): WizardEvent {
  return { kind: 'ended', outcome };
}

function checked(outcome: Created | Unknown): WizardEvent {
  return { kind: 'checked', outcome };
}

function rejected(...refusals: readonly (readonly [string, string])[]): WizardEvent {
  const issues = refusals.map(([path, notes]): Refusal => {
    return { code: 'refused', severity: 'error', path, message: notes, apiCode: undefined };
  });
  return sent({ outcome: 'rejected', customerExists: 'no', status: 400, issues, request });
}

const sending = drive(inSandbox(request), 'enter').state;

/** Moves to an entry of a menu, from its top. */
function times(count: number, key: string): string[] {
  return Array.from({ length: count }, () => key);
}

test('the review looks for duplicates once for each identity, and forgets who was looked for', () => {
  const row = stepIndex('userId');
  const left = customerFields.length - row;
  const effects = drive(inSandbox(), ...times(row, 'enter'), '"u-1"', ...times(left, 'enter')).effects;
  const subject = JSON.stringify(['u-1', undefined]);
  expect(effects).toMatchObject([
    { kind: 'check-duplicates', subject, plan: { request: { userId: 'u-1' } } },
  ]);

  const state = inSandbox({ userId: 'u-1' });
  const answered = drive(state, { kind: 'duplicates-checked', subject, result: noDuplicates }).state;
  expect(drive(answered, 'escape', 'enter').effects).toEqual([]);
  const cleared = drive(answered, 'home', ...times(row, 'down'), 'enter', 'ctrl+u', 'enter');
  expect(cleared.state).toMatchObject({ duplicateCheck: undefined, screen: { kind: 'review' } });
  expect(cleared.effects).toEqual([]);
});

test('an answer about another customer is ignored', () => {
  const state = inSandbox({ userId: 'u-2' });
  const late = { kind: 'duplicates-checked', subject: '["u-1",null]', result: noDuplicates } as const;
  expect(drive(state, late).state).toEqual(state);
});

test('Enter on the first row sends, once', () => {
  const first = drive(inSandbox(request), 'enter');
  expect(first.effects).toMatchObject([{ kind: 'create', plan: { request } }]);
  expect(drive(first.state, 'enter', '"x"')).toEqual({ state: first.state, effects: [] });
});

test('a mistake is fixed before anything is sent', () => {
  const review = drive(inSandbox({ name: 'Ada', email: 'ada@' }), 'escape').state;
  expect(review.screen).toMatchObject({ kind: 'review', selected: 1 });
  const { state, effects } = drive(review, 'home', ...times(sendRow, 'down'), 'enter');
  expect(state.screen).toMatchObject({ kind: 'field', step: 1, showErrors: true });
  expect(effects).toEqual([]);
});

test('every field is one jump from the review, and Enter leads back', () => {
  const phone = stepIndex('phone');
  const jumped = drive(inSandbox(request), 'home', ...times(phone, 'down'), 'enter').state;
  expect(jumped.screen).toMatchObject({ kind: 'field', step: 4 });
  const back = drive(jumped, '"+1"', 'enter').state;
  expect(back).toMatchObject({ draft: { phone: '+1' }, screen: { kind: 'review' } });
});

test('sending counts the seconds, from the first whole one on', () => {
  const sent = drive(sending, { kind: 'progressed', progress: { kind: 'sending' } });
  expect(sent.effects).toEqual([{ kind: 'tick-later', milliseconds: 1000 }]);
  const rowsAt = (milliseconds: number) =>
    screenView({ ...sent.state, now: now + milliseconds }, { columns: 80, rows: 24 }).body;
  expect(rowsAt(999)).toMatchObject([{ text: 'Sending…' }]);
  expect(rowsAt(3100)).toMatchObject([{ text: 'Sending…  3 s' }]);
  expect(drive(sent.state, { kind: 'tick' }).effects).toEqual(sent.effects);
});

test('Esc while sending stops the request as Ctrl+C does, once', () => {
  const stopping = drive(sending, 'escape');
  expect(stopping.state.screen).toMatchObject({ kind: 'sending', stopping: true });
  expect(stopping.effects).toEqual([{ kind: 'stop-sending' }]);
  expect(drive(stopping.state, 'escape').effects).toEqual([]);
});

test('Ctrl+C while sending stops the request first, and leaves at the second time', () => {
  const stopping = drive(sending, 'ctrl+c');
  expect(stopping.state.screen).toMatchObject({ kind: 'sending', stopping: true });
  expect(stopping.effects).toEqual([{ kind: 'stop-sending' }]);
  expect(drive(stopping.state, 'ctrl+c').effects).toEqual([{ kind: 'exit' }]);
});

test('what was canceled in time is back at the review', () => {
  const { state } = drive(sending, sent({ outcome: 'cancelled', customerExists: 'no', issues }));
  expect(state.screen).toMatchObject({ kind: 'review' });
});

test('a customer that was created scrolls up with all that was stored, dropped and changed', () => {
  const { state } = drive(sending, sent(created));
  expect(state.screen).toMatchObject({ kind: 'outcome', selected: 0 });
  expect(state.history.slice(-6).map(({ label, text }) => `${label ? `${label}: ` : ''}${text}`)).toEqual([
    'The customer was created in the sandbox. Its ID is 7.',
    'ID: 7',
    'Name: Ada',
    'Tags: vip red',
    'Custom data "plan" was sent, but is not in the answer.',
    'Name was sent as "Ada", but came back as "ADA".',
  ]);
});

test('Esc on the result of a success neither quits nor leads back to what was sent', () => {
  const result = drive(sending, sent(created)).state;
  expect(drive(result, 'escape')).toEqual({ state: result, effects: [] });
});

test('another customer begins with nothing; another like this one at the review', () => {
  const result = drive(sending, sent(created)).state;
  expect(drive(result, 'down', 'enter').state).toMatchObject({
    draft: {},
    furthest: -1,
    duplicateCheck: undefined,
    screen: { kind: 'field', step: 0 },
  });
  const alike = drive(result, 'down', 'down', 'enter').state;
  expect(alike).toMatchObject({ draft: request, screen: { kind: 'review' } });
  expect(drive(alike, 'enter').effects).toMatchObject([{ kind: 'create', plan: { request } }]);
});

test('a refusal opens the first field that was refused, a change settles it, and Enter goes to the next', () => {
  const both = [
    ['/userId', 'Too short.'],
    ['/email', 'Not an address.'],
  ] as const;
  const { state } = drive(sending, rejected(...both));
  expect(state.screen).toMatchObject({ kind: 'field', step: 1, showErrors: true });
  const settled = drive(state, '"x"', 'enter').state;
  expect(settled.screen).toMatchObject({ kind: 'field', step: 2, showErrors: true });
  expect(settled.refusals.map(({ path }) => path)).toEqual(['/userId']);
  expect(drive(settled, '"x"', 'enter').state).toMatchObject({ refusals: [], screen: { kind: 'review' } });
});

test('what was refused may be kept and sent again', () => {
  const { state } = drive(sending, rejected(['/name', 'No.']));
  const kept = drive(state, 'enter').state;
  expect(kept).toMatchObject({ refusals: [{ path: '/name' }], screen: { kind: 'review' } });
  expect(drive(kept, 'enter').effects).toMatchObject([{ kind: 'create', plan: { request } }]);
});

test('a refusal without a field is shown as a result', () => {
  const { state } = drive(sending, rejected(['', 'No.']));
  expect(state.screen).toMatchObject({ kind: 'outcome', outcome: { outcome: 'rejected' } });
  expect(drive(state, 'enter').state.screen).toMatchObject({ kind: 'review' });
});

test('a taken userId is one Enter from its field', () => {
  const taken: Outcome = {
    outcome: 'user-id-taken',
    customerExists: 'no',
    issues,
    request,
    noticed: 'by-refusal',
    holder: { id: 3 },
  };
  const { state } = drive(sending, sent(taken), 'enter');
  expect(state.screen).toMatchObject({ kind: 'field', step: 2 });
});

test('a refused key leads to another one', () => {
  const refused: Outcome = {
    outcome: 'unauthorized',
    customerExists: 'no',
    issues,
    reason: 'key-refused',
  };
  expect(drive(sending, sent(refused), 'enter').state.screen).toMatchObject({ kind: 'key' });
});

test('sending again is offered only to someone who has looked', () => {
  const { lookup: _lookup, ...stopped } = unknown;
  const lost = drive(sending, sent({ ...stopped, reason: 'cancelled' })).state;
  expect(drive(lost, 'end', 'up', 'enter').state.screen.kind).toBe('review');
  const look = drive(lost, 'enter');
  expect(look.effects).toEqual([{ kind: 'check' }, { kind: 'tick-later', milliseconds: 1000 }]);
  expect(look.state.screen.kind).toBe('checking');
  const unseen = drive(look.state, checked(unknown)).state;
  expect(unseen).toMatchObject({ outcome: unknown, screen: { kind: 'outcome' } });
  expect(drive(unseen, 'down', 'enter').effects).toMatchObject([{ kind: 'create', plan: { request } }]);
});

test('an unknown outcome says how often the customer was looked for, and how long ago', () => {
  const noteOf = (state: WizardState) => screenView(state, { columns: 80, rows: 24 }).notes[0]?.text;
  const lost = drive(sending, sent(unknown));
  expect(noteOf(lost.state)).toBe('Looked once, last just now.');
  expect(lost.effects).toEqual([{ kind: 'tick-later', milliseconds: 1000 }]);
  const again = drive(lost.state, 'enter', checked(unknown)).state;
  expect(noteOf(again)).toBe('Looked 2 times, last just now.');
  const later = drive({ ...again, now: now + 5300 }, { kind: 'tick' });
  expect(noteOf(later.state)).toBe('Looked 2 times, last 5 s ago.');
  expect(later.effects).toEqual([{ kind: 'tick-later', milliseconds: 1000 }]);
  expect(noteOf({ ...again, now: now + 125_000 })).toBe('Looked 2 times, last 2 minutes ago.');
});

test('a look that finds the customer makes it a success', () => {
  const found = checked({ ...created, confirmedBy: 'lookup' });
  const { state } = drive(sending, sent(unknown), 'enter', found);
  expect(state).toMatchObject({ outcome: { outcome: 'created' }, screen: { kind: 'outcome' } });
});

test('over the limit it counts down on its own clock, and Esc leads back to the review', () => {
  const progress = { kind: 'waiting', until: now + 2000, resend: 1, maxResends: 5 } as const;
  const waiting = drive(sending, { kind: 'progressed', progress });
  const nextSecond = { kind: 'tick-later', milliseconds: 1000 };
  expect(waiting.effects).toEqual([nextSecond]);
  expect(drive(waiting.state, { kind: 'tick' }).effects).toEqual([nextSecond]);
  const stopped = drive(waiting.state, 'escape');
  expect(stopped.effects).toEqual([{ kind: 'stop-sending' }]);
  const limited = { customerExists: 'no', issues, request, retryAfter: 2, step: 'create' } as const;
  const back = drive(stopped.state, sent({ ...limited, outcome: 'rate-limited' })).state;
  expect(back.screen.kind).toBe('review');
  expect(drive(back, { kind: 'tick' }).effects).toEqual([]);
});

test('over the limit for good, the outcome is shown', () => {
  const limited = { customerExists: 'no', issues, request, retryAfter: 2, step: 'create' } as const;
  const { state } = drive(sending, sent({ ...limited, outcome: 'rate-limited' }));
  expect(state.screen).toMatchObject({ kind: 'outcome', outcome: { outcome: 'rate-limited' } });
  expect(drive(state, 'enter').effects).toMatchObject([{ kind: 'create', plan: { request } }]);
});

test('an attempt that was canceled does not hide what came of the one before', () => {
  const cancelled = sent({ outcome: 'cancelled', customerExists: 'no', issues });
  const { state } = drive(sending, sent(unknown), 'down', 'enter', cancelled);
  expect(state).toMatchObject({ outcome: unknown, screen: { kind: 'review' } });
});

test('a curl command is offered only where it can work, and says what is missing', () => {
  const curlOf = (state: WizardState) => {
    const index = reviewRows(state).findIndex(({ kind }) => kind === 'curl');
    return index === -1 ? undefined : drive(state, { kind: 'choose', index });
  };
  const shared = { sandboxUrl: 'http://127.0.0.1:4010/v1' };
  expect(curlOf(inSandbox(request))).toBeUndefined();
  expect(curlOf({ ...inSandbox(request), ...shared })?.effects).toMatchObject([
    { kind: 'copy', form: 'curl' },
  ]);
  const wrong = curlOf({ ...drive(inSandbox({ email: 'x' }), 'ctrl+r').state, ...shared });
  expect(wrong?.effects).toEqual([]);
  expect(wrong?.state.history.at(-1)?.text).toBe('No curl command yet: fix Email first.');
});

test('what HelpCrunch stored has labels, and dates that people read', () => {
  const customer = { id: 7, firstSeen: 1714555800, lastSeen: null, userIdHash: 'a', notes: 'One.\n\nTwo.' };
  const { state } = drive(sending, sent({ ...created, customer, dropped: [], changed: [] }));
  expect(state.history.slice(-4).map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'ID: 7',
    'First seen: 2024-05-01 09:30:00 UTC',
    'User ID hash: a',
    'Notes: One. ↵ Two.',
  ]);
  expect(state.history.slice(-1).map(messageLine)).toEqual(['Notes: One. / Two.']);
});

test('a rate limit is whole on 80 columns, a sentence a row', () => {
  const screen = {
    kind: 'waiting',
    until: now + 58_000,
    resend: 1,
    maxResends: 5,
    isLeaving: false,
  } as const;
  const rowsAt = (columns: number) => {
    const { body } = screenView({ ...sending, screen, now }, { columns, rows: 24 });
    return body.map(({ text }) => text);
  };
  const sentences = ['Rate limited (429). Nothing was created yet.', 'Retrying in 58 s (attempt 1 of 5).'];
  expect(rowsAt(80)).toEqual(sentences);
  expect(rowsAt(120)).toEqual([sentences.join(' ')]);
});

test('in a low window the result keeps the record in sight, and says which of its actions are there', () => {
  const { state } = drive(sending, sent(created));
  const low = { columns: 80, rows: 10 };
  expect(screenView(state, low)).toMatchObject({ aside: '1/5', body: { length: 3 }, selected: 0 });
  expect(screenView(drive(state, 'end').state, low)).toMatchObject({ aside: '5/5', selected: 2 });
  expect(screenView(state, { columns: 80, rows: 24 })).toMatchObject({ body: { length: 5 } });
  const printed = drive(state, 'end', 'enter').state;
  expect(screenView(printed, low)).toMatchObject({ body: { length: 1 }, selected: 0, notes: [] });
  expect(screenView(drive(printed, 'up').state, low)).toMatchObject({ body: { length: 3 } });
});
