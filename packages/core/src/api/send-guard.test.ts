import { expect, test, vi } from 'vitest';
import { createSendGuard, type SendPermit } from './send-guard.ts';

const ada = { name: 'Ada' };

/** A guard and the clock it goes by. */
function guarded() {
  const clock = { now: 1_000_000 };
  return { clock, guard: createSendGuard({ now: () => clock.now, repeatWindow: 60_000 }) };
}

function finish(permit: SendPermit, customerExists: 'yes' | 'no' | 'unknown'): void {
  if (permit.kind === 'go') permit.done(customerExists);
}

test('the first send goes', () => {
  expect(guarded().guard.request('live', ada).kind).toBe('go');
});

test('the same send does not go while it is in flight, asked for again or not', () => {
  const { guard } = guarded();
  guard.request('live', ada);
  expect([guard.request('live', { ...ada }).kind, guard.request('live', ada, { again: true }).kind]).toEqual([
    'in-flight',
    'in-flight',
  ]);
});

test('another payload and another account go at the same time', () => {
  const { guard } = guarded();
  guard.request('live', ada);
  expect([guard.request('live', { name: 'Grace' }).kind, guard.request('sandbox', ada).kind]).toEqual([
    'go',
    'go',
  ]);
});

test.each(['yes', 'unknown'] as const)(
  'what made a customer (%s) is asked about within the window',
  (customerExists) => {
    const { guard, clock } = guarded();
    finish(guard.request('live', ada), customerExists);
    clock.now += 59_400;
    expect(guard.request('live', ada)).toEqual({ kind: 'sent-recently', secondsAgo: 59, customerExists });
  },
);

test('after the window it goes', () => {
  const { guard, clock } = guarded();
  finish(guard.request('live', ada), 'yes');
  clock.now += 60_000;
  expect(guard.request('live', ada).kind).toBe('go');
});

test('what made no customer for certain goes again at once', () => {
  const { guard } = guarded();
  finish(guard.request('live', ada), 'no');
  expect(guard.request('live', ada).kind).toBe('go');
});

test('a person may overrule the question', () => {
  const { guard } = guarded();
  finish(guard.request('live', ada), 'unknown');
  expect(guard.request('live', ada, { again: true }).kind).toBe('go');
});

test('a repeat that made no customer does not make the first one forgotten', () => {
  const { guard } = guarded();
  finish(guard.request('live', ada), 'unknown');
  finish(guard.request('live', ada, { again: true }), 'no');
  expect(guard.request('live', ada)).toMatchObject({ kind: 'sent-recently', customerExists: 'unknown' });
});

test('an end that is said twice does not end the next send', () => {
  const { guard } = guarded();
  const first = guard.request('live', ada);
  finish(first, 'no');
  guard.request('live', ada);
  finish(first, 'no');
  expect(guard.request('live', ada).kind).toBe('in-flight');
});

test('setting the clock of the machine does not make the window shorter', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const guard = createSendGuard();
  finish(guard.request('live', ada), 'unknown');
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(guard.request('live', ada).kind).toBe('sent-recently');
  vi.useRealTimers();
});

test('a clock that is set back gives no negative time', () => {
  const { guard, clock } = guarded();
  finish(guard.request('live', ada), 'yes');
  clock.now -= 5000;
  expect(guard.request('live', ada)).toMatchObject({ kind: 'sent-recently', secondsAgo: 0 });
});
