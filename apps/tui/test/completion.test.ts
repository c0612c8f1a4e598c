import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { PtyProgram } from './pty-program.ts';
import { onlyObject, runProgram } from './run-program.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

const scripts = new Map(
  await Promise.all(
    shells.map(async (shell) => [shell, (await runProgram(['completion', shell])).stdout] as const),
  ),
);

function completionScript(shell: (typeof shells)[number]): string {
  return scripts.get(shell) ?? '';
}

/** What a real bash offers for a line that is being typed; its last word may be empty. */
function offers(...words: readonly string[]): string[] {
  const typed = ['helpcrunch-customer', ...words].map((word) => `'${word}'`).join(' ');
  const script = `${completionScript('bash')}
    COMP_WORDS=(${typed}); COMP_CWORD=${words.length}
    _helpcrunch_customer
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

/** What a shell says against a script; `undefined` when it is not on this machine. */
async function complaint(shell: (typeof shells)[number]): Promise<string | undefined> {
  await using folder = await makeFolder();
  const file = join(folder.path, 'script');
  await writeFile(file, completionScript(shell));
  const { stderr, error } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  return error ? undefined : stderr;
}

test('bash completes the start of a flag', () => {
  expect(offers('--user')).toEqual(['--user-id']);
});

test('bash offers flags anywhere, and commands as the first word', () => {
  expect(offers('--sandbox', '--dry')).toEqual(['--dry-run']);
  expect(offers('')).toEqual([
    'create',
    'import',
    'approve',
    'sample',
    'login',
    'logout',
    'status',
    'drafts',
    'history',
    'completion',
  ]);
});

test('bash offers what stands behind a command', () => {
  expect(offers('completion', '')).toEqual([...shells]);
  expect(offers('history', 's')).toEqual(['show']);
  expect(offers('login', '--no')).toEqual(['--no-verify']);
  expect(offers('create', '--user')).toEqual(['--user-id']);
});

test('bash offers a command its own options alone', () => {
  expect(offers('logout', '--')).toEqual(['--json', '--help']);
  expect(offers('logout', '')).toEqual([]);
  expect(offers('completion', 'bash', '')).toEqual([]);
});

test('bash completes a value that is the name of a command as any other', () => {
  expect(offers('--name', 'login', '--dry')).toEqual(['--dry-run']);
});

test('bash offers files for --from, and nothing for a name', () => {
  expect(offers('--from', 'completion.t')).toEqual(['completion.test.ts']);
  expect(offers('--name', '')).toEqual([]);
});

test.each(['bash', 'zsh', 'fish'] as const)(
  '%s, where it is installed, has nothing against its script',
  async (shell) => {
    expect((await complaint(shell)) ?? '').toBe('');
  },
);

const hasFish = spawnSync('fish', ['--version']).error === undefined;

test.runIf(hasFish).each([
  ['--us', ['--user-id']],
  [
    '',
    ['approve', 'completion', 'create', 'drafts', 'history', 'import', 'login', 'logout', 'sample', 'status'],
  ],
  ['login --no', ['--no-verify']],
  ['create --us', ['--user-id']],
  ['history s', ['show']],
  ['completion ', ['bash', 'fish', 'powershell', 'zsh']],
  ['completion bash ', []],
  ['logout --', ['--help', '--json']],
  ['--name ', []],
  ['--from completion.t', ['completion.test.ts']],
])('fish, where it is installed, completes %j with %j', (typed, expected) => {
  const script = `${completionScript('fish')}\ncomplete -C 'helpcrunch-customer ${typed}'`;
  const { stdout } = spawnSync('fish', ['--no-config', '-c', script], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  expect(stdout.split('\n').flatMap((line) => line.split('\t')[0] || [])).toEqual(expected);
});

const hasZsh = spawnSync('zsh', ['--version']).error === undefined;

test.runIf(hasZsh).each([
  ['--us', ['--user-id']],
  ['log', ['login', 'logout']],
  ['login --no', ['--no-verify']],
  ['history s', ['show']],
  ['completion ', ['bash', 'fish', 'powershell', 'zsh']],
  ['logout --', ['--help', '--json']],
])('zsh, where it is installed, completes %j with %j', async (typed, expected) => {
  await using folder = await makeFolder();
  const file = join(folder.path, 'script');
  await writeFile(file, completionScript('zsh'));
  await using terminal = new PtyProgram({ command: ['zsh', '-f'], home: folder.path });
  terminal.write(`PS1='' && autoload -Uz compinit && compinit -u -D && source ${file} && echo rea''dy\r`);
  await terminal.waitForText('ready');
  terminal.write(`helpcrunch-customer ${typed}\t\t`);
  for (const word of expected) await terminal.waitForText(word);
});

test.each(shells)('the script for %s names every option that help names', async (shell) => {
  const { stdout: help } = await runProgram(['--help']);
  const flags = [...help.matchAll(/--([a-z][a-z-]+)/g)].map(([, name = '']) => name);
  for (const flag of flags) expect(completionScript(shell)).toContain(flag);
});

test.each(shells)('the script for %s is all that is printed, and is what it was', async (shell) => {
  const { stderr, code } = await runProgram(['completion', shell]);
  expect([stderr, code]).toEqual(['', 0]);
  await expect(completionScript(shell)).toMatchFileSnapshot(`golden/completion-${shell}.txt`);
});

test('completion --json has the script in one object', async () => {
  const { stdout } = await runProgram(['completion', 'fish', '--json']);
  expect(`${onlyObject(stdout)['script']}`).toBe(completionScript('fish'));
});
