import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { environmentOf, makeFolder, program } from './program.ts';

interface Heard {
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs with standard output on a disk that is full. */
async function onFullDisk(...argv: readonly string[]): Promise<Heard> {
  await using home = await makeFolder();
  const full = openSync('/dev/full', 'w');
  const options = { env: environmentOf(home.path, {}), cwd: home.path };
  const child = spawn(process.execPath, [program, ...argv], { ...options, stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  if (!child.stderr) throw new Error('standard error is a pipe');
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { stderr, code };
}

/** Runs with a standard output whose reader has left. */
async function onClosedPipe(...argv: readonly string[]): Promise<Heard> {
  await using home = await makeFolder();
  const child = spawn(process.execPath, [program, ...argv], {
    env: environmentOf(home.path, {}),
    cwd: home.path,
  });
  child.stdin.end();
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { stderr, code };
}

const onLinux = test.runIf(process.platform === 'linux');
const created = ['--name', 'Ada', '--sandbox', '--yes'];

onLinux.each([[[]], [['--json']]])(
  'a result that a full disk did not take is reported, exit 74: %j',
  async (form) => {
    const { stderr, code } = await onFullDisk(...created, ...form);
    expect(stderr).toBe(
      'The result could not be written to standard output (ENOSPC). The customer was created in the sandbox. Its ID is 1.\n',
    );
    expect(code).toBe(74);
  },
);

onLinux('an unsent customer is reported as not sent', async () => {
  const { stderr, code } = await onFullDisk('--email', 'ada@', '--sandbox', '--yes', '--json');
  expect(stderr).toBe(
    'The result could not be written to standard output (ENOSPC). Not sent: fix 1 error first.\n',
  );
  expect(code).toBe(74);
});

test('a result whose reader is gone is reported, too', async () => {
  const { stderr, code } = await onClosedPipe(...created, '--json');
  expect(stderr).toMatch(/^The result could not be written .*The customer was created in the sandbox\./u);
  expect(code).toBe(74);
});

onLinux.each([['--help'], ['--version']])('%s onto a full disk fails', async (flag) => {
  const { stderr, code } = await onFullDisk(flag);
  expect([stderr, code]).toEqual(['Standard output could not be written (ENOSPC).\n', 74]);
});

onLinux.each([
  ['completion', 'bash'],
  ['drafts', 'forget'],
])('%s %s onto a full disk fails, and says what was lost', async (...argv) => {
  const { stderr, code } = await onFullDisk(...argv);
  expect(stderr).toMatch(
    /^The result could not be written to standard output \(ENOSPC\)\.\n(?:# helpcrunch|Deleted 0)/u,
  );
  expect(code).toBe(74);
});

onLinux('--forget onto a full disk fails', async () => {
  expect((await onFullDisk('--forget')).code).toBe(74);
});

test('help for a reader who has seen enough is none to complain about', async () => {
  expect(await onClosedPipe('--help')).toEqual({ stderr: '', code: 0 });
});
