import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completionScript } from '../src/commands/completion.ts';
import { makeFolder } from './program.ts';
import { runProgram } from './run-program.ts';

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
async function complaint(shell: string): Promise<string | undefined> {
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
  expect(offers('')).toEqual(['login', 'logout', 'status', 'history', 'completion']);
});

test('bash offers what stands behind a command', () => {
  expect(offers('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  expect(offers('login', '--')).toEqual(['--no-verify']);
});

test('bash offers nothing behind a command that takes no more', () => {
  expect(offers('status', '--')).toEqual([]);
  expect(offers('completion', 'bash', '')).toEqual([]);
  expect(offers('login', '--no-verify', '--')).toEqual([]);
});

test('bash completes a value that is the name of a command as any other', () => {
  expect(offers('--name', 'login', '--dry')).toEqual(['--dry-run']);
});

test('bash offers files for --from, and nothing for a name', () => {
  expect(offers('--from', 'completion.t')).toEqual(['completion.test.ts']);
  expect(offers('--name', '')).toEqual([]);
});

test.each(['bash', 'zsh', 'fish'])(
  '%s, where it is installed, has nothing against its script',
  async (shell) => {
    expect((await complaint(shell)) ?? '').toBe('');
  },
);

const hasFish = spawnSync('fish', ['--version']).error === undefined;

test.runIf(hasFish).each([
  ['--us', ['--user-id']],
  ['', ['completion', 'history', 'login', 'logout', 'status']],
  ['login --', ['--no-verify']],
  ['completion ', ['bash', 'fish', 'zsh']],
  ['completion bash ', []],
  ['status --', []],
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

test.each(['zsh', 'fish'])('the script for %s names every flag that help names', async (shell) => {
  const { stdout: help } = await runProgram(['--help']);
  const flags = [...help.matchAll(/--([a-z][a-z-]+)/g)].map(([, name = '']) => name);
  for (const flag of flags.filter((name) => name !== 'silent'))
    expect(completionScript(shell)).toContain(flag);
});

test('the script is all that is written', async () => {
  const { stdout, stderr, code } = await runProgram(['completion', 'bash']);
  expect(stdout).toBe(completionScript('bash'));
  expect(stderr).toBe('');
  expect(code).toBe(0);
});
