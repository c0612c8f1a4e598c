import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { type CommandEnd, errorIssue } from './command.ts';
import { reportEnd } from './reporting-command.ts';

const hide = (line: string) => line.replaceAll('secret', '…');

const end: CommandEnd = {
  outcome: 'not-found',
  data: { count: 0 },
  lines: ['the secret'],
  issues: [errorIssue('not-found', 'no secret here')],
  next: ['Look again.'],
};

async function report(json: boolean) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const exitCode = await reportEnd('history', end, { json, hide, stdout, stderr });
  stdout.end();
  stderr.end();
  return { exitCode, stdout: await text(stdout), stderr: await text(stderr) };
}

test('reportEnd: prints the answer to standard output, and the rest to standard error', async () => {
  expect(await report(false)).toEqual({
    exitCode: 2,
    stdout: 'the …\n',
    stderr: 'no … here\n→ Look again.\n',
  });
});

test('reportEnd: prints one object with --json, and nothing else', async () => {
  const { exitCode, stdout, stderr } = await report(true);
  expect([exitCode, stderr]).toEqual([2, '']);
  expect(JSON.parse(stdout)).toEqual({
    schemaVersion: 1,
    command: 'history',
    outcome: 'not-found',
    retryable: false,
    count: 0,
    issues: [{ code: 'not-found', path: '', severity: 'error', message: 'no … here' }],
    next: ['Look again.'],
  });
});

test('reportEnd: an answer that cannot be written goes to standard error, without the key, and ends with 74', async () => {
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  });
  stdout.on('error', () => {});
  const stderr = new PassThrough();
  const done: CommandEnd = { outcome: 'done', lines: ['the secret'] };
  expect(await reportEnd('status', done, { json: false, hide, stdout, stderr })).toBe(74);
  stderr.end();
  expect(await text(stderr)).toBe('The result could not be written to standard output (ENOSPC).\nthe …\n');
});
