import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createResults } from './results.ts';

const hide = (line: string) => line.replaceAll('secret', '…');

test('results that arrive change no exit code', async () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const { tell, deliver } = createResults({ stdout, stderr }, hide);
  tell('the secret');
  expect(await deliver(4)).toBe(4);
  stdout.end();
  stderr.end();
  expect([await text(stdout), await text(stderr)]).toEqual(['the …\n', '']);
});

test('results that nobody gets are said on standard error, without the key, and end with 74', async () => {
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  });
  stdout.on('error', () => {});
  const stderr = new PassThrough();
  const { tell, deliver } = createResults({ stdout, stderr }, hide);
  tell('the secret');
  expect(await deliver(0)).toBe(74);
  stderr.end();
  expect(await text(stderr)).toBe('The result could not be written to standard output (ENOSPC).\nthe …\n');
});
