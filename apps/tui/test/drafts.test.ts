import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PtyProgram } from './pty-program.ts';
import { runProgram } from './run-program.ts';

let stateHome: string;
let directory: string;
beforeEach(() => {
  stateHome = mkdtempSync(join(tmpdir(), 'drafts-'));
  directory = join(stateHome, 'helpcrunch-customer', 'drafts');
});
// A program that was just ended may still be saving its draft.
afterEach(() => rmSync(stateHome, { recursive: true, force: true, maxRetries: 20 }));

const resumeLine = 'Your draft is kept. To go on with it: helpcrunch-customer --resume';

function start(...args: string[]): PtyProgram {
  return new PtyProgram({ arguments: args, environment: { XDG_STATE_HOME: stateHome } });
}

/** The program with a mistake inside that SIGUSR2 brings out. */
function startBroken(...args: string[]): PtyProgram {
  const mistake = join(stateHome, 'mistake.mjs');
  writeFileSync(mistake, "process.on('SIGUSR2', () => { throw new Error('our own error'); });");
  const environment = { XDG_STATE_HOME: stateHome, NODE_OPTIONS: `--import=${mistake}` };
  return new PtyProgram({ arguments: args, environment });
}

function drafts(): string[] {
  // A customer that is still being entered is not a draft yet.
  return existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith('.json')) : [];
}

function savedDraft(): unknown {
  const [name = ''] = drafts();
  return JSON.parse(readFileSync(join(directory, name), 'utf8'));
}

/** Opens the wizard, answers the first field, and stands at the second. */
async function enterName(program: PtyProgram, name = 'Ada'): Promise<void> {
  const before = drafts().length;
  await program.waitForText('Sandbox: try it out');
  await program.type('\r', '(1/');
  await program.type(`${name}\r`, '(2/');
  // What is drawn as answered is on disk.
  expect(drafts()).not.toHaveLength(before);
}

test('an answer is on the disk as soon as it is given', async () => {
  await using program = start();
  await enterName(program);
  expect(savedDraft()).toMatchObject({ account: 'sandbox', furthest: 0, draft: { name: 'Ada' } });
});

test('Ctrl+C keeps what is in the open field, too, and says how to go on', async () => {
  await using program = start();
  await enterName(program);
  await program.type('grace@ex', 'grace@ex');
  program.write('\u0003');
  expect(await program.exit).toMatchObject({ exitCode: 130 });
  expect(program.screen.text().split('\n').at(-1)).toBe(resumeLine);
  expect(savedDraft()).toMatchObject({ draft: { name: 'Ada', email: 'grace@ex' } });
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s keeps the draft, says how to go on, and ends with %i', async (signal, exitCode) => {
  await using program = start();
  await enterName(program);
  program.kill(signal);
  expect(await program.exit).toMatchObject({ exitCode });
  expect(program.screen.text().split('\n').at(-1)).toBe(resumeLine);
  expect(drafts()).toHaveLength(1);
});

test('a crash keeps what was entered, names the mistake and says how to go on', async () => {
  await using program = startBroken();
  await enterName(program);
  await program.type('grace@ex', 'grace@ex');
  program.kill('SIGUSR2');
  expect(await program.exit).toMatchObject({ exitCode: 70 });
  expect(program.screen.text()).toContain('Internal error. Error: our own error');
  expect(program.screen.text().split('\n').at(-1)).toBe(resumeLine);
  expect(savedDraft()).toMatchObject({ draft: { name: 'Ada', email: 'grace@ex' } });
});

test('an internal error before the first frame is reported, with a failing exit code', async () => {
  const mistake = join(stateHome, 'too-old.mjs');
  writeFileSync(mistake, 'delete Promise.withResolvers;');
  await using program = new PtyProgram({
    arguments: ['--name', 'Ada'],
    environment: { XDG_STATE_HOME: stateHome, NODE_OPTIONS: `--import=${mistake}` },
  });
  expect(await program.exit).toMatchObject({ exitCode: 70 });
  expect(program.screen.text()).toContain('Internal error. TypeError');
});

test('an internal error while drawing the first frame is reported without another key press', async () => {
  const mistake = join(stateHome, 'no-sizes.mjs');
  writeFileSync(
    mistake,
    `const { on } = process.stderr;
    process.stderr.on = (name, listener) => {
      if (name === 'resize') throw new TypeError('no sizes');
      return on.call(process.stderr, name, listener);
    };`,
  );
  await using program = new PtyProgram({
    environment: { XDG_STATE_HOME: stateHome, NODE_OPTIONS: `--import=${mistake}` },
  });
  expect(await program.exit).toMatchObject({ exitCode: 70 });
  expect(program.screen.text()).toContain('Internal error. TypeError: no sizes');
});

test('a crash between line-by-line questions keeps what was entered, too', async () => {
  await using program = startBroken('--accessible', '--sandbox');
  await program.waitForText(/Name:$/);
  await program.type('Ada\r', /Email:$/);
  program.kill('SIGUSR2');
  expect(await program.exit).toMatchObject({ exitCode: 70 });
  expect(savedDraft()).toMatchObject({ draft: { name: 'Ada' } });
});

test('a terminal that is closed ends the program, and the draft stays', async () => {
  await using program = start();
  await enterName(program);
  await program.type('grace@ex', 'grace@ex');
  program.closeTerminal();
  await expect.poll(savedDraft).toMatchObject({ draft: { name: 'Ada', email: 'grace@ex' } });
});

test('even a program that is killed has lost nothing that was answered', async () => {
  await using program = start();
  await enterName(program);
  program.kill('SIGKILL');
  await program.exit;
  await using next = start();
  await next.waitForText(/Ada .*just now/);
});

test('the next start offers the draft, and going on comes back to the open field', async () => {
  await using program = start();
  await enterName(program);
  await program.type('grace@ex', 'grace@ex');
  program.write('\u0003');
  await program.exit;
  await using next = start();
  await next.waitForText('Continue with a draft?');
  await next.type('\r', 'Sandbox: try it out');
  await next.type('\r', /\(2\/.*\n│ › grace@ex/);
  expect(drafts()).toHaveLength(1);
});

test('passing the draft by leaves it where it is', async () => {
  await using program = start();
  await enterName(program);
  program.write('\u0003');
  await program.exit;
  await using next = start();
  await next.waitForText('Continue with a draft?');
  await next.type('\u001b[B\r', 'Sandbox: try it out');
  next.write('\u0003');
  await next.exit;
  expect(savedDraft()).toMatchObject({ draft: { name: 'Ada' } });
});

test('--resume goes on with the draft at once', async () => {
  await using program = start();
  await enterName(program);
  program.write('\u0003');
  await program.exit;
  await using next = start('--resume');
  await next.waitForText('Sandbox: try it out');
  await next.type('\r', '(2/');
});

test('--resume without a draft says so', async () => {
  await using program = start('--resume');
  await program.waitForText('No draft to resume. This is a new customer.');
});

test('--resume without a terminal is refused, not passed over', async () => {
  const { stdout, stderr, code } = await runProgram(['--resume', '--sandbox', '--name', 'Ada', '--yes']);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^--resume opens the wizard/);
  expect(code).toBe(2);
});

test('two wizards at once keep a draft each', async () => {
  await using ada = start();
  await enterName(ada);
  await using grace = start();
  await enterName(grace, 'Grace');
  expect(drafts()).toHaveLength(2);
});

test('two wizards that go on with the same draft are told, and keep one each', async () => {
  await using program = start();
  await enterName(program);
  program.write('\u0003');
  await program.exit;
  await using first = start();
  await first.waitForText('Continue with a draft?');
  await using second = start();
  await second.waitForText('Continue with a draft?');
  await first.type('\r', 'Sandbox: try it out');
  await second.type('\r', 'Another window goes on with this draft, too');
  await second.type('\r', '(2/');
  await second.type('ada@example.com\r', '(3/');
  await expect.poll(() => drafts()).toHaveLength(2);
  expect(first.screen.text()).not.toContain('Another window');
});

test('a created customer leaves no draft behind', async () => {
  await using program = start('--name', 'Ada');
  await program.waitForText('Sandbox: try it out');
  await program.type('\r', 'Review');
  await program.type('\r', 'The customer was created');
  program.write('\u0003');
  expect(await program.exit).toMatchObject({ exitCode: 0 });
  expect(drafts()).toEqual([]);
});

test('a disk that cannot be written to is reported at once, and once, and what was entered is shown instead', async () => {
  writeFileSync(join(stateHome, 'helpcrunch-customer'), 'a file where the directory should be');
  await using program = start();
  await program.waitForText('Sandbox: try it out');
  await program.type('\r', '(1/');
  await program.type('Ada\r', 'could not be saved');
  program.write('\u0003');
  expect(await program.exit).toMatchObject({ exitCode: 130 });
  expect(program.screen.text().split('could not be saved')).toHaveLength(2);
  expect(program.screen.text()).toContain('"name": "Ada"');
});

test.runIf(process.platform === 'linux')(
  'a named pipe, an endless device and 10 MB among the drafts are named, keys are heard, and a draft is kept (case 32)',
  async () => {
    mkdirSync(directory, { recursive: true });
    execFileSync('mkfifo', [join(directory, '1-1.json')]);
    symlinkSync('/dev/zero', join(directory, '2-2.json'));
    writeFileSync(join(directory, '3-3.json'), Buffer.alloc(10_000_000, ' '));
    await using program = start();
    await enterName(program);
    program.write('\u0003');
    expect(await program.exit).toMatchObject({ exitCode: 130 });
    const text = program.screen.text().replaceAll('\n', '');
    for (const part of ['1-1.json is not a file', '2-2.json is not a file', '3-3.json is larger than 4 MB']) {
      expect(text).toContain(part);
    }
    expect(text).toContain(resumeLine);
  },
);

test.runIf(process.platform === 'linux')(
  'a home that takes no folders is said, and Ctrl+C is heard (case 32)',
  async () => {
    await using program = new PtyProgram({ arguments: ['--sandbox'], home: '/proc' });
    await program.waitForText('(1/');
    await program.type('Ada\r', 'The draft could not be saved');
    program.write('\u0003');
    expect(await program.exit).toMatchObject({ exitCode: 130 });
    expect(program.screen.text()).toContain('"name": "Ada"');
  },
);

test('--forget deletes all drafts and says how many', async () => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, '1-1.json'), '{}');
  await using program = start('--forget');
  expect(await program.exit).toMatchObject({ exitCode: 0 });
  expect(program.screen.text().replaceAll('\n', '')).toContain(`Deleted 1 draft from ${directory}.`);
  expect(drafts()).toEqual([]);
});

test('a live draft that may exist, resumed in the sandbox and created there, stays with its mark', async () => {
  const draft = { name: 'Ada' };
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    join(directory, '1-1.json'),
    JSON.stringify({ version: 1, savedAt: 1, account: 'live', furthest: 12, outcome: 'unknown', draft }),
  );
  await using program = start('--resume', '--sandbox');
  await program.waitForText('may have been created');
  await program.type('\r', 'Its ID is 1.');
  program.write('\r');
  await program.exit;
  expect(savedDraft()).toMatchObject({ account: 'live', outcome: 'unknown', draft });
});

test('another customer, begun after a live draft was tried in the sandbox, leaves that draft alone (case 25)', async () => {
  const draft = { name: 'Ada' };
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    join(directory, '1-1.json'),
    JSON.stringify({ version: 1, savedAt: 1, account: 'live', furthest: 12, outcome: 'unknown', draft }),
  );
  await using program = start('--resume', '--sandbox');
  await program.waitForText('may have been created');
  await program.type('\r', 'Its ID is 1.');
  await program.type('\u001b[B\r', '(1/');
  await program.type('Grace\r', '(2/');
  program.write('\u0003');
  await program.exit;
  const saved = drafts().map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')));
  expect(saved.toSorted((one, other) => one.savedAt - other.savedAt)).toMatchObject([
    { account: 'live', outcome: 'unknown', draft },
    { account: 'sandbox', draft: { name: 'Grace' } },
  ]);
});

test.runIf(process.platform === 'linux')(
  'an entry of the drafts folder that is not a file is named, and Ctrl+C works',
  async () => {
    mkdirSync(directory, { recursive: true });
    execFileSync('mkfifo', [join(directory, '1-1.json')]);
    await using program = start();
    await program.waitForText('1-1.json is not a file');
    await program.waitForText('Sandbox: try it out');
    program.write('\u0003');
    expect(await program.exit).toMatchObject({ exitCode: 130 });
  },
);

test.runIf(process.platform === 'linux')(
  'a state folder that takes nothing is reported after the first answer',
  async () => {
    await using program = new PtyProgram({ environment: { HELPCRUNCH_STATE_DIR: '/proc' } });
    await program.waitForText('Sandbox: try it out');
    await program.type('\r', '(1/');
    await program.type('Ada\r', 'The draft could not be saved in /proc/drafts (ENOENT).');
    program.write('\u0003');
    expect(await program.exit).toMatchObject({ exitCode: 130 });
  },
);

test('HELPCRUNCH_STATE_DIR moves the drafts', async () => {
  const moved = join(stateHome, 'moved');
  await using program = new PtyProgram({ environment: { HELPCRUNCH_STATE_DIR: moved } });
  await program.waitForText('Sandbox: try it out');
  await program.type('\r', '(1/');
  await program.type('Ada\r', '(2/');
  expect(readdirSync(join(moved, 'drafts'))).toHaveLength(1);
});
