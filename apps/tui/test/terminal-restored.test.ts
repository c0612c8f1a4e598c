import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { expect, test } from 'vitest';
import { makeFolder, program } from './program.ts';
import { PtyProgram } from './pty-program.ts';

const key = 'canary-key-that-must-not-leak';

/** Outlives every signal, and tells at the end whether the terminal is in every way as it was. */
const shell = `trap : INT TERM HUP QUIT USR2; before=$(stty -g); "$@"; code=$?
[ "$(stty -g)" = "$before" ] && echo 'as it was'; exit $code`;

/** A mistake of our own that SIGUSR2 brings out. */
const mistake = "process.on('SIGUSR2', () => { throw new Error('a mistake of our own'); });";

interface Place {
  readonly argv: readonly string[];
  readonly go: (program: PtyProgram) => Promise<void>;
  /** What the command line says is in no draft: the same command says it again. */
  readonly drafts: 0 | 1;
  /** The keys that leave from there. */
  readonly keys: readonly (readonly [name: string, key: string, exitCode: number])[];
}

const ctrlC = ['Ctrl+C', '\u0003', 130] as const;

/** The screens where the program can end; a name was entered by then, or came from the command line. */
const places: Readonly<Record<string, Place>> = {
  'a field of the wizard': {
    argv: ['--sandbox'],
    async go(wizard) {
      await wizard.waitForText('Name (1/');
      await wizard.type('Ada', '› Ada');
    },
    drafts: 1,
    keys: [ctrlC],
  },
  'the wizard while it sends': {
    argv: ['--name', 'Ada'],
    async go(wizard) {
      await wizard.waitForText('❯ HelpCrunch at');
      await wizard.type('\r', '❯ Create the customer');
      await wizard.type('\r', /Create this customer.*Y create/su);
      await wizard.type('y', 'Sending');
    },
    // Ctrl+C stops the sending first.
    drafts: 1,
    keys: [],
  },
  'a line-by-line question': {
    argv: ['--accessible', '--sandbox'],
    async go(talk) {
      await talk.waitForText(/Name:$/u);
      await talk.type('Ada\r', /Email:$/u);
    },
    drafts: 1,
    keys: [ctrlC, ['Ctrl+D', '\u0004', 130], ['Ctrl+\\', '\u001c', 131]],
  },
  'the hidden question for a key': {
    argv: ['--accessible', '--name', 'Ada'],
    async go(talk) {
      await talk.waitForText(/Enter for \d:$/u);
      await talk.type('2\r', /not shown\):$/u);
      talk.write('half-a-key');
    },
    drafts: 0,
    keys: [ctrlC],
  },
};

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
  // A crash.
  ['SIGUSR2', 70],
] as const;

const exits = Object.entries(places).flatMap(([name, place]) => [
  ...signals.map(([signal, exitCode]) => {
    const leave = ({ pid }: PtyProgram) => process.kill(-pid, signal);
    return { place: name, by: signal, exitCode, leave, ...place };
  }),
  ...place.keys.map(([by, pressed, exitCode]) => {
    return { place: name, by, exitCode, leave: (open: PtyProgram) => open.write(pressed), ...place };
  }),
]);

test.each(exits)(
  '$place, left by $by: exit $exitCode, the terminal as it was, the draft kept',
  async ({ argv, go, leave, exitCode, place, drafts }) => {
    await using home = await makeFolder();
    await using api = await listen(createSandbox({ scenario: 'created-then-timeout' }));
    const isLive = place === 'the wizard while it sends';
    await using open = new PtyProgram({
      command: ['/bin/sh', '-c', shell, 'sh', process.execPath, program, ...argv],
      home: home.path,
      columns: 150,
      rows: 50,
      environment: {
        HELPCRUNCH_BASE_URL: api.baseUrl,
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(mistake)}`,
        ...(isLive ? { HELPCRUNCH_API_KEY: key } : {}),
      },
    });
    await go(open);
    leave(open);
    expect((await open.exit).exitCode).toBe(exitCode);
    expect(open.screen.text()).toContain('as it was');
    expect(open.screen.bracketedPaste).toBe(false);
    expect(isCursorShown(open.output)).toBe(true);
    expect(open.output).not.toContain(key);
    const directory = join(home.path, '.local/state/helpcrunch-customer/drafts');
    const names = existsSync(directory) ? readdirSync(directory) : [];
    expect(names).toHaveLength(drafts);
    for (const name of names) expectDraft(join(directory, name));
  },
);

/** Whatever hid the cursor, the last word shows it. */
function isCursorShown(output: string): boolean {
  return output.lastIndexOf('\u001b[?25h') >= output.lastIndexOf('\u001b[?25l');
}

/** Whole, for its owner alone, and without the key. */
function expectDraft(path: string): void {
  expect(path).toMatch(/\d+-\d+\.json$/u);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = readFileSync(path, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ draft: { name: 'Ada' } });
  expect(text).not.toContain('key');
}
