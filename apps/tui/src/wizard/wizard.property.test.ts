import type { Outcome, Question, Unknown } from '@helpcrunch-customer-kit/core';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { drive, opened } from '../../test/drive-wizard.ts';
import { type KeyBinding, keyBindings } from '../input/key-bindings.ts';
import { wizardView } from '../render/ink/open-ink.ts';
import { frameWidth, gutterWidth, lineWidth } from '../render/view.ts';
import type { WizardEvent } from './wizard-event.ts';

const bindings: readonly KeyBinding[] = Object.values(keyBindings);
const names = bindings.flatMap(({ keys }) => keys);

const request = { name: 'Ada' };
const common = { issues: [], request } as const;
const unknown: Unknown = {
  ...common,
  outcome: 'unknown',
  customerExists: 'unknown',
  reason: 'connection-lost',
  attempt: { request, sentAt: 0, before: undefined },
  lookup: { kind: 'not-seen', secondsAgo: 3 },
};
const question: Question = {
  account: { kind: 'live', label: 'default', host: 'api.example.com' },
  request,
  issues: [],
  reasons: [{ kind: 'sent-before', ledgerId: 'a', secondsAgo: 3 }],
  mayDuplicate: true,
};
const outcomes: readonly Outcome[] = [
  {
    ...common,
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'answer',
    customer: { id: 1 },
    dropped: [],
    changed: [],
  },
  unknown,
  { ...common, outcome: 'blocked', customerExists: 'no', status: 403, step: 'create' },
  { ...common, outcome: 'unauthorized', customerExists: 'no', reason: 'key-refused' },
  { ...common, outcome: 'rate-limited', customerExists: 'no', retryAfter: undefined, step: 'create' },
  { ...common, outcome: 'cancelled', customerExists: 'no' },
  {
    ...common,
    outcome: 'rejected',
    customerExists: 'no',
    status: 400,
    issues: [{ code: 'refused', severity: 'error', path: '/tags/0', message: 'No.', apiCode: undefined }],
  },
];

const event: fc.Arbitrary<string | WizardEvent> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('enter', 'enter', 'escape', 'down', 'up', ...names) },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.nat(20).map((index) => ({ kind: 'choose', index }) as const),
      fc.nat(20).map((step) => ({ kind: 'edit-field', step }) as const),
      fc.nat(3).map((index) => ({ kind: 'remove-item', index }) as const),
      fc.string({ unit: 'grapheme' }).map((text) => ({ kind: 'write', text }) as const),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => ({ kind: 'text', text }) as const),
  },
  {
    weight: 2,
    arbitrary: fc
      .oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.constantFrom('{"name":"Ada","tags":["x"],"x":1}', 'a, b\nc'),
      )
      .map((text) => ({ kind: 'paste', text }) as const),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<WizardEvent>(
      { kind: 'account-ready' },
      { kind: 'account-refused', message: 'No.' },
      { kind: 'checked', outcome: unknown },
      { kind: 'asked', question },
      { kind: 'progressed', progress: { kind: 'sending' } },
      { kind: 'progressed', progress: { kind: 'waiting', until: 0, resend: 1, maxResends: 5 } },
      { kind: 'tick' },
      { kind: 'text-edited', text: 'edited\n' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...outcomes).map((outcome) => ({ kind: 'ended', outcome }) as const),
  },
);

const sizes = [
  { columns: 90, rows: 30 },
  { columns: 40, rows: 10 },
  { columns: 20, rows: 9 },
];

test('whatever happens, the wizard stays plain data, and every screen of it fits', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const { state } = drive(opened(), ...events);
      expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify(structuredClone(state))));
      for (const size of sizes) {
        const view = wizardView(state, size);
        const rows =
          (view.hasGap ? 2 : 1) +
          view.body.length +
          (view.input ? 1 : 0) +
          view.notes.length +
          (view.keys ? 1 : 0);
        expect(rows).toBeLessThan(size.rows);
        const widest = Math.max(0, ...view.notes.map(({ text }) => stringWidth(text)));
        expect(widest).toBeLessThanOrEqual(lineWidth(size));
        if (view.input) expect(view.input.column).toBeLessThan(frameWidth(size) - gutterWidth);
        if (view.selected !== undefined) expect(view.body[view.selected]).toBeDefined();
      }
    }),
    { numRuns: 500 },
  );
});

test('a key that was typed is in no state after Enter, whatever follows', () => {
  const live = { host: 'api.example.com', hasKey: false, message: undefined };
  const asked = drive(opened({}, { live }), 'down', 'enter', 'enter').state;
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      const { state } = drive(asked, '"canary-key"', 'enter', ...events);
      expect(JSON.stringify(state)).not.toContain('canary-key');
    }),
    { numRuns: 300 },
  );
});
