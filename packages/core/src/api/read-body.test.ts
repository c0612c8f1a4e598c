import { expect, test } from 'vitest';
import { readBody, untilAborted } from './read-body.ts';

const signal = new AbortController().signal;

function bodyOf(body: BodyInit | null) {
  return readBody(new Response(body), signal);
}

function streamOf(...parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

test('JSON is read whatever the answer says it is', async () => {
  const response = new Response('{"id": 1}', { headers: { 'content-type': 'text/html' } });
  expect(await readBody(response, signal)).toEqual({ kind: 'json', value: { id: 1 } });
});

test('a character cut in two by the network is whole again', async () => {
  const bytes = new TextEncoder().encode('"🎈"');
  expect(await bodyOf(streamOf(bytes.slice(0, 3), bytes.slice(3)))).toEqual({ kind: 'json', value: '🎈' });
});

test('a byte-order mark is passed over', async () => {
  expect(await bodyOf('\uFEFF{"id": 1}')).toEqual({ kind: 'json', value: { id: 1 } });
});

test('a number that would be rounded is kept as its digits', async () => {
  expect(await bodyOf('{"id": 12345678901234567890, "seats": 12}')).toEqual({
    kind: 'json',
    value: { id: '12345678901234567890', seats: 12 },
  });
});

test.each([
  ['empty', null],
  ['empty', ''],
  ['empty', ' \n'],
  ['html', '<!doctype html><title>502</title>'],
  ['html', '\n<html></html>'],
  ['not-json', '{"id": 1'],
  ['not-json', 'OK'],
  ['not-json', '{"id": 1,}'],
  ['too-deep', `${'['.repeat(200)}${']'.repeat(200)}`],
  ['too-large', `"${'x'.repeat(2_000_000)}"`],
])('a body that is %s is unreadable', async (reason, body) => {
  expect(await bodyOf(body)).toEqual({ kind: 'unreadable', reason });
});

test('a body without end is given up once it is too large', async () => {
  const part = new Uint8Array(100_000);
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(part) });
  expect(await bodyOf(endless)).toEqual({ kind: 'unreadable', reason: 'too-large' });
});

test('a body that breaks off is cut off', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"id"')),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  expect(await bodyOf(broken)).toEqual({ kind: 'unreadable', reason: 'cut-off' });
});

test('a body that falls silent is cut off when the signal aborts', async () => {
  const controller = new AbortController();
  const silent = new ReadableStream<Uint8Array>({
    start: (body) => body.enqueue(new TextEncoder().encode('{"id"')),
    cancel: () => new Promise(() => {}),
  });
  const body = readBody(new Response(silent), controller.signal);
  controller.abort();
  expect(await body).toEqual({ kind: 'unreadable', reason: 'cut-off' });
});

test('a stream that fails when it is canceled does no harm', async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    cancel: () => Promise.reject(new Error('no')),
  });
  expect(await bodyOf(endless)).toEqual({ kind: 'unreadable', reason: 'too-large' });
});

test('a body that was already read is cut off', async () => {
  const response = new Response('{}');
  await response.text();
  expect(await readBody(response, signal)).toEqual({ kind: 'unreadable', reason: 'cut-off' });
});

test('no more is read of a body without end than what it takes to know that it is too large', async () => {
  let bytes = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      bytes += 100_000;
      controller.enqueue(new Uint8Array(100_000).fill(0x20));
    },
  });
  const { signal } = new AbortController();
  expect(await readBody(new Response(endless), signal)).toEqual({ kind: 'unreadable', reason: 'too-large' });
  expect(bytes).toBeLessThan(3_000_000);
});

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
