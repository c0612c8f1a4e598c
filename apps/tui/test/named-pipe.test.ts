import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { PtyProgram } from './pty-program.ts';
import { onlyObject, runProgram } from './run-program.ts';

const onPosix = test.runIf(process.platform !== 'win32');

/** A named pipe. */
function makePipe(folder: string): string {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  return path;
}

function argvOf(pipe: string): string[] {
  return ['--from', pipe, '--sandbox', '--yes', '--json'];
}

onPosix('a customer comes through a named pipe', async () => {
  await using folder = await makeFolder();
  const pipe = makePipe(folder.path);
  const { stdout } = await runProgram(argvOf(pipe), {
    async during() {
      await using writer = await open(pipe, 'w');
      await writer.write('{ "name": ');
      await writer.write('"Ada" }');
    },
  });
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'created', customer: { name: 'Ada' } });
});

onPosix('SIGINT ends the wait for a writer that never writes into a named pipe', async () => {
  await using folder = await makeFolder();
  const pipe = makePipe(folder.path);
  const { stdout, code } = await runProgram(argvOf(pipe), {
    async during(child) {
      // Opens as soon as the program waits for the text, and writes nothing.
      await using _writer = await open(pipe, 'w');
      child.kill('SIGINT');
      await new Promise((done) => child.once('exit', done));
    },
  });
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'cancelled' });
  expect(code).toBe(130);
});

test.runIf(process.platform === 'linux')(
  'SIGINT ends the wait for a writer that never opens it',
  async () => {
    await using folder = await makeFolder();
    const pipe = makePipe(folder.path);
    const { stdout, code } = await runProgram(argvOf(pipe), {
      async during(child) {
        await expect.poll(() => heedsSignals(child.pid)).toBe(true);
        child.kill('SIGINT');
      },
    });
    expect(onlyObject(stdout)).toMatchObject({ outcome: 'cancelled' });
    expect(code).toBe(130);
  },
);

/** True once the process has a handler of its own for SIGHUP, the first signal there is. */
function heedsSignals(pid: number | undefined): boolean {
  const mask = /^SigCgt:\s*(?<mask>\w+)$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return (BigInt(`0x${mask?.groups?.['mask'] ?? 0}`) & 1n) === 1n;
}

onPosix.each([[[]], [['--accessible']]])('Ctrl+C at a terminal ends that wait, too: %j', async (face) => {
  await using folder = await makeFolder();
  const pipe = makePipe(folder.path);
  await using program = new PtyProgram({ arguments: [...face, '--sandbox', '--from', pipe] });
  await using _writer = await open(pipe, 'w');
  program.write('\u0003');
  expect(await program.exit).toMatchObject({ exitCode: 130 });
  expect(program.screen.text()).toContain('Nothing was sent.');
});

onPosix('a named pipe in the place of the history is reported, not waited for', async () => {
  await using folder = await makeFolder();
  const ledger = join(folder.path, 'ledger', 'host-api.helpcrunch.com');
  mkdirSync(ledger, { recursive: true });
  const pipe = join(ledger, 'recent.jsonl');
  execFileSync('mkfifo', [pipe]);
  const { stdout } = await runProgram(['history', '--json'], {
    environment: { HELPCRUNCH_STATE_DIR: folder.path },
  });
  expect(stdout).toContain(`Can't use the ledger: ${pipe} is not a file. Move it away, then try again.`);
});

onPosix('SIGINT ends the wait of an import for the rows of a named pipe', async () => {
  await using folder = await makeFolder();
  const pipe = makePipe(folder.path);
  const { stderr, stdout, code } = await runProgram(['import', pipe, '--sandbox', '--yes'], {
    async during(child) {
      await using writer = await open(pipe, 'w');
      await writer.write('name\nAda\n');
      child.kill('SIGINT');
      await new Promise((done) => child.once('exit', done));
    },
  });
  expect(code).toBe(130);
  expect(stdout).toBe('Nothing was sent.\n');
  expect(stderr).toMatch(/^→ To import later, run: \S.* import \S+ --sandbox --yes\n$/);
});

onPosix('an import in a terminal says what it reads, and Ctrl+C ends that, too', async () => {
  await using folder = await makeFolder();
  const pipe = makePipe(folder.path);
  await using program = new PtyProgram({ arguments: ['import', '--sandbox', pipe], columns: 200 });
  await using _writer = await open(pipe, 'w');
  await program.waitForText('Reading pipe…');
  program.write('\u0003');
  expect(await program.exit).toMatchObject({ exitCode: 130 });
  expect(program.screen.text().trimEnd()).toMatch(/→ To import later, run: .* import \S*pipe --sandbox$/);
});
