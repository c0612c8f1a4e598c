import { Writable } from 'node:stream';
import type { RunEvent } from '@helpcrunch-customer-kit/import';
import { afterEach, expect, test, vi } from 'vitest';
import type { Size } from '../../render/view.ts';
import { importProgress } from './import-progress.ts';
import type { BlockView } from './menu.ts';

afterEach(() => {
  vi.useRealTimers();
});

const size = { columns: 80, rows: 24 };
const waiting = (milliseconds: number): RunEvent => ({
  kind: 'waiting',
  milliseconds,
  reason: 'rate-limited',
});

/** A run of 40 rows, with what is drawn of it or printed about it. */
function start({ isDrawn = true } = {}) {
  let view: BlockView | undefined;
  let printed = '';
  const stderr = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      printed += text;
      done();
    },
  });
  const stop = new AbortController();
  const progress = importProgress({
    stderr: stderr as NodeJS.WriteStream,
    block: isDrawn
      ? {
          show(next) {
            view = next;
          },
          close: async () => {},
        }
      : undefined,
    account: { kind: 'sandbox', label: 'sandbox', host: undefined },
    total: 40,
    rate: 60,
    isJson: false,
    stop: stop.signal,
    hide: (text) => text,
  });
  return {
    progress,
    stop: () => stop.abort(),
    printed: () => printed,
    shown: (at: Size = size) => view?.(at),
  };
}

test('importProgress: how far it is, and how to stop, are drawn before the first answer', async () => {
  const { progress, shown } = start();
  expect(shown()).toMatchObject({
    title: 'Importing 0 of 40',
    aside: '0% · 42 s left',
    keys: 'Ctrl+C stop · rows on their way finish first',
  });
  await progress.end();
});

test('importProgress: the bar is as wide as the window is now', async () => {
  const { progress, shown } = start();
  expect(shown({ columns: 40, rows: 10 })?.body[0]?.text).toHaveLength(34);
  expect(shown()?.body[0]?.text).toHaveLength(60);
  await progress.end();
});

test('importProgress: a wait counts down, and belongs to the time that is left', async () => {
  vi.useFakeTimers();
  const { progress, shown } = start();
  progress.onEvent(waiting(30_000));
  expect(shown()).toMatchObject({ aside: '0% · 72 s left' });
  expect(shown()?.notes[0]?.text).toBe('Rate limited (429). Waiting 30 s.');
  await vi.advanceTimersByTimeAsync(12_000);
  expect(shown()).toMatchObject({ aside: '0% · 60 s left' });
  expect(shown()?.notes[0]?.text).toBe('Rate limited (429). Waiting 18 s.');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(shown()).toMatchObject({ aside: '0% · 42 s left', notes: [] });
  expect(vi.getTimerCount()).toBe(0);
  progress.onEvent(waiting(30_000));
  await progress.end();
  expect(vi.getTimerCount()).toBe(0);
});

test('importProgress: it says at once that it stops, drawn or in a line', async () => {
  const drawn = start();
  drawn.stop();
  expect(drawn.shown()).toMatchObject({
    title: 'Stopping at 0 of 40',
    aside: '0%',
    keys: 'Ctrl+C stop waiting for answers',
  });
  await drawn.progress.end();
  const lines = start({ isDrawn: false });
  lines.stop();
  expect(lines.printed()).toBe('Stopping. Rows on their way finish first.\n');
  await lines.progress.end();
});
