import { expect, test } from 'vitest';
import { untilAborted } from './until-aborted.ts';

const never = new Promise<never>(() => {});

test('a promise that is kept in time is kept', async () => {
  expect(await untilAborted(Promise.resolve(5), new AbortController().signal)).toBe(5);
});

test('a promise that is broken in time is broken', async () => {
  await expect(untilAborted(Promise.reject(new Error('lost')), new AbortController().signal)).rejects.toThrow(
    'lost',
  );
});

test('a promise without end is given up when the signal aborts', async () => {
  const controller = new AbortController();
  const given = untilAborted(never, controller.signal);
  controller.abort(new Error('enough'));
  await expect(given).rejects.toThrow('enough');
});

test('with a signal that has aborted already nothing is waited for', async () => {
  await expect(untilAborted(never, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});
