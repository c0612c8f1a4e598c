import { expect, test } from 'vitest';
import { createFlags } from '../src/command-line/flags.ts';
import { exitCodes } from '../src/command-line/help.ts';
import { commands } from '../src/commands/list.ts';
import { onlyObject, runProgram } from './run-program.ts';

/** What stands under a heading. */
function sections(help: string): Map<string, string> {
  const parts = help.split(/^(?=\S)/mu).map((part) => part.split(/\n(.*)/su));
  return new Map(parts.map(([heading = '', body = '']) => [heading, body]));
}

test('--help lists every flag, every exit code and the environment, and exits with 0', async () => {
  const { stdout, stderr, code } = await runProgram(['--help']);
  for (const { name } of createFlags) expect(stdout).toContain(`--${name}`);
  for (const row of exitCodes) expect(stdout).toMatch(new RegExp(`^  ${row.code} `, 'mu'));
  for (const name of ['HELPCRUNCH_API_KEY', 'HELPCRUNCH_BASE_URL', 'NO_COLOR', 'ACCESSIBLE'])
    expect(stdout).toContain(name);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
});

test('--help fits a terminal of 80 columns, and a pipe gets no color', async () => {
  const { stdout } = await runProgram(['--help']);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(stdout).not.toContain('\u001b');
});

test('--help begins with how to start, and keeps each flag in its group', async () => {
  const { stdout } = await runProgram(['--help']);
  expect([...sections(stdout).keys()]).toEqual([
    'Create a customer in HelpCrunch, and always know what happened.',
    'Usage',
    'Commands',
    'The customer',
    'How it is sent',
    'Questions and answers',
    'More',
    'Environment',
    'Exit codes',
  ]);
  expect(sections(stdout).get('How it is sent')).toContain('--dry-run');
});

test('help shows commands as they were typed', async () => {
  expect((await runProgram(['--help'])).stdout).toContain('  helpcrunch-customer --from FILE');
  const environment = { npm_lifecycle_event: 'tui' };
  expect((await runProgram(['--help'], { environment })).stdout).toContain('  npx -y pnpm tui --from FILE');
});

test('the command without questions that help shows is one that works', async () => {
  const { stdout } = await runProgram(['help']);
  const shown = /helpcrunch-customer (?<argv>.*--json)$/mu.exec(stdout)?.groups?.['argv'] ?? '';
  const ran = await runProgram(shown.replace('FILE', '-').split(' '), { stdin: '{ "name": "Ada" }' });
  expect(onlyObject(ran.stdout)).toMatchObject({ outcome: 'created' });
});

test('NO_COLOR goes before FORCE_COLOR', async () => {
  const forced = await runProgram(['--help'], { environment: { FORCE_COLOR: '3' } });
  expect(forced.stdout).toContain('\u001b');
  const quiet = await runProgram(['--help'], { environment: { FORCE_COLOR: '3', NO_COLOR: '1' } });
  expect(quiet.stdout).not.toContain('\u001b');
});

test('--help is what it was', async () => {
  await expect((await runProgram(['--help'])).stdout).toMatchFileSnapshot('golden/help.txt');
});

test.each(commands.filter(({ name }) => name !== 'create').map(({ name }) => name))(
  '%s --help is what it was, and fits 80 columns',
  async (name) => {
    const { stdout, stderr, code } = await runProgram([name, '--help']);
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    await expect(stdout).toMatchFileSnapshot(`golden/help-${name}.txt`);
    expect((await runProgram(['help', name])).stdout).toBe(stdout);
  },
);

test('create --help is the help of the program', async () => {
  expect((await runProgram(['create', '--help'])).stdout).toBe((await runProgram(['--help'])).stdout);
});
