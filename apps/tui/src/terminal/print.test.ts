import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { writeOut } from './print.ts';

test('what arrives is written', async () => {
  const stream = new PassThrough();
  expect(await writeOut(stream, 'a line\n')).toEqual({ ok: true });
  expect(stream.read().toString()).toBe('a line\n');
});

test('output whose reader is gone is not', async () => {
  const stream = new PassThrough().on('error', () => {});
  stream.destroy();
  expect(await writeOut(stream, 'a line\n')).toEqual({ ok: false, code: 'ERR_STREAM_DESTROYED' });
});

test.runIf(process.platform === 'linux')('a full disk takes nothing', async () => {
  const stream = createWriteStream('/dev/full').on('error', () => {});
  expect(await writeOut(stream, 'a line\n')).toEqual({ ok: false, code: 'ENOSPC' });
});
