import type { Question } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { type ConsentOptions, createConsent } from './consent.ts';
import type { PreviewQuestion } from './preview.ts';
import type { Modal, Prompts } from './prompts.ts';

const question: Question = {
  account: { kind: 'live', label: 'Production', host: 'api.helpcrunch.com' },
  request: { name: 'Ada' },
  issues: [],
  reasons: [],
  mayDuplicate: false,
};
const repeat: Question = {
  ...question,
  reasons: [{ kind: 'sent-before', ledgerId: '1', secondsAgo: 5 }],
  mayDuplicate: true,
};

type Press = readonly [button: number | undefined, afterMs: number];

/** A person who presses the buttons with these numbers, each after some milliseconds. */
function consentOf(...presses: readonly Press[]) {
  return consentIn({ isOncePerWindow: false }, ...presses);
}

function consentIn(options: ConsentOptions, ...presses: readonly Press[]) {
  const modals: Modal[] = [];
  const previews: PreviewQuestion[] = [];
  const prompts: Prompts = {
    async choose(modal) {
      const [button, openMs] = presses[modals.length] ?? [undefined, 1000];
      modals.push(modal);
      return { button: button === undefined ? undefined : modal.buttons[button], openMs };
    },
    async chooseInPreview(preview) {
      const [button, openMs] = presses[previews.length] ?? [undefined, 1000];
      previews.push(preview);
      return { button: [preview.send, preview.cancel][button ?? 2], openMs };
    },
    withProgress: () => Promise.reject(new Error('nothing is under way')),
  };
  return { consent: createConsent(prompts, options), modals, previews };
}

test('ask: names account, host and the exact body', async () => {
  const { consent, modals, previews } = consentOf([0, 1000]);
  const note = { message: 'It was changed.', mustAsk: false };
  expect(await consent.ask(question, [note])).toEqual({ kind: 'send' });
  expect(modals[0]?.message).toContain('Production');
  expect(modals[0]?.detail.split('\n')).toEqual([
    'It was changed.',
    '',
    'Account: Production',
    'Host: api.helpcrunch.com',
    '',
    '{',
    '  "name": "Ada"',
    '}',
  ]);
  expect([modals[0]?.buttons, previews]).toEqual([['Create'], []]);
});

test('ask: names the values that the duplicate check already sent', async () => {
  const { consent, modals } = consentOf();
  await consent.ask({ ...question, request: { email: 'ada@example.com', userId: '1' } }, []);
  expect(modals[0]?.detail).toContain('Already sent to this host for the duplicate check: user ID, email.');
});

const long = { notes: 'x'.repeat(5000) };

test('ask: shows a body that is too long for a dialog with the question next to the editor, without a dialog', async () => {
  const { consent, modals, previews } = consentOf([0, 10], [0, 1000]);
  expect(await consent.ask({ ...question, request: long }, [])).toEqual({ kind: 'send' });
  expect(modals).toEqual([]);
  expect(previews[0]).toMatchObject({
    message: 'Create this customer in HelpCrunch, account Production at api.helpcrunch.com?',
    lines: ['Account: Production', 'Host: api.helpcrunch.com'],
    send: 'Create',
    cancel: undefined,
  });
  expect(JSON.parse(previews[0]?.json ?? '')).toEqual(long);
  expect(previews[1]?.lines[0]).toBe('Your answer came too fast. Answer again.');
});

test('ask: a preview that is closed or canceled sends nothing, also where a second customer is possible', async () => {
  const { consent, previews } = consentOf([undefined, 1000], [1, 1000]);
  expect(await consent.ask({ ...repeat, request: long }, [])).toEqual({ kind: 'cancel' });
  expect(await consent.ask({ ...repeat, request: long }, [])).toEqual({ kind: 'cancel' });
  expect(previews[0]).toMatchObject({ send: 'Create anyway', cancel: 'Do not create' });
  expect(previews[0]?.lines.join()).toContain('created 5 seconds ago');
});

test('ask: Enter does not send where a second customer is possible', async () => {
  const { consent, modals } = consentOf([0, 1000], [1, 1000]);
  expect(await consent.ask(repeat, [])).toEqual({ kind: 'cancel' });
  expect(modals[0]?.detail).toContain('created 5 seconds ago');
  expect(await consent.ask(repeat, [])).toEqual({ kind: 'send' });
});

test('ask: a button that is pressed within 500 ms does not count, however often', async () => {
  const { consent, modals } = consentOf([0, 30], [0, 30], [0, 499], [undefined, 30]);
  expect(await consent.ask(question, [])).toEqual({ kind: 'cancel' });
  expect(modals).toHaveLength(4);
  expect(modals[1]?.detail).toMatch(/^Your answer came too fast/);
  expect(modals.map(({ isRepeated }) => isRepeated)).toEqual([false, true, true, true]);
  const later = consentOf([0, 30], [0, 500]);
  expect(await later.consent.ask(question, [])).toEqual({ kind: 'send' });
});

test('askForRun: shows every body and what is left out in one question', async () => {
  const { consent, modals } = consentOf([0, 1000]);
  expect(await consent.askForRun(question.account, [{ name: 'Ada' }, { name: 'Bob' }], 1)).toBe(true);
  expect(modals[0]?.message).toBe('Create 2 customers in HelpCrunch, account Production?');
  for (const name of ['Ada', 'Bob']) expect(modals[0]?.detail).toContain(`"name": "${name}"`);
  expect(modals[0]?.detail).toContain('1 more cannot be sent');
});

test('askForImport: shows the plan, the account and its host', async () => {
  const { consent, modals } = consentOf([0, 1000], [undefined, 1000], [1, 1000]);
  const plan = { title: 'Create 57 customers?', lines: ['To create: 57', 'Invalid: 3'], canBeNew: false };
  expect(await consent.askForImport(question.account, plan)).toBe('create');
  expect(await consent.askForImport(question.account, plan)).toBeUndefined();
  expect(await consent.askForImport(question.account, { ...plan, canBeNew: true })).toBe('new-run');
  expect(modals.map(({ buttons }) => buttons)).toEqual([
    ['Create'],
    ['Create'],
    ['Create', 'Plan a New Run'],
  ]);
  expect(modals[0]?.message).toBe('Create 57 customers?');
  expect(modals[0]?.detail.split('\n')).toEqual([
    'To create: 57',
    'Invalid: 3',
    '',
    'Account: Production',
    'Host: api.helpcrunch.com',
  ]);
});

test('ask and askForRun: a live question says when only the window remembers what it sent', async () => {
  const sandbox: Question = { ...repeat, account: { kind: 'sandbox', label: 'Sandbox', host: undefined } };
  const details = async (isOncePerWindow: boolean) => {
    const { consent, modals } = consentIn({ isOncePerWindow });
    await consent.ask(question, []);
    await consent.askForRun(question.account, [{ name: 'Ada' }], 0);
    await consent.ask(sandbox, []);
    return modals.map(({ detail }) => detail.includes('Once per window'));
  };
  expect(await details(true)).toEqual([true, true, false]);
  expect(await details(false)).toEqual([false, false, false]);
});

test('askForPlan: Enter declines, Create approves, and a closed question decides nothing', async () => {
  const account = { kind: 'live', label: 'Production', host: 'api.helpcrunch.com' } as const;
  const plan = {
    title: 'Create 1 customer in HelpCrunch?',
    notes: ['1. warning: There is a customer with this email.'],
    bodies: '1. {"name":"Ada"}',
    json: '[{ "name": "Ada" }]',
  };
  const { consent, modals } = consentOf([0, 1000], [1, 1000], [undefined, 1000]);
  expect(await consent.askForPlan(account, plan)).toBe('declined');
  expect(await consent.askForPlan(account, plan)).toBe('approved');
  expect(await consent.askForPlan(account, plan)).toBeUndefined();
  expect(modals[0]?.message).toBe(plan.title);
  for (const shown of ['An AI agent asks.', ...plan.notes, 'Production', 'api.helpcrunch.com', plan.bodies])
    expect(modals[0]?.detail).toContain(shown);
});

test('askForPlan: long bodies are read next to the editor', async () => {
  const account = { kind: 'live', label: 'Production', host: 'api.helpcrunch.com' } as const;
  const { consent, previews } = consentOf([0, 1000]);
  const plan = { title: 'Create?', notes: ['1. a note'], bodies: 'x'.repeat(3000), json: '[]' };
  expect(await consent.askForPlan(account, plan)).toBe('approved');
  expect(previews[0]).toMatchObject({ json: '[]', send: 'Create', cancel: 'Decline' });
  expect(previews[0]?.lines).toContain('1. a note');
});
