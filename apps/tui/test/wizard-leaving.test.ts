import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { onlyObject, runProgram } from './run-program.ts';
import { startWizard, type Wizard } from './start-wizard.ts';

/** What has to be as it was, whichever way the wizard was left. */
function expectRestored({ screen, written }: Wizard): void {
  expect(screen.bracketedPaste).toBe(false);
  // Whatever hid the cursor, the last word shows it.
  expect(written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(written().lastIndexOf('\u001b[?25l'));
  // As stty tells it, once the program is gone.
  expect(screen.text()).toMatch(/ icanon /u);
  expect(screen.text()).toMatch(/ echo /u);
}

/** From the first key to the screen at which it is left. */
const screens: [string, (wizard: Wizard) => Promise<void>][] = [
  ['the choice of the account', async () => {}],
  [
    'a field',
    async (wizard) => {
      await wizard.answer('', 'Name (');
      wizard.press('Ada');
      await wizard.shows('› Ada');
    },
  ],
  [
    'the prompt for the key',
    async (wizard) => {
      wizard.press(keys.down);
      await wizard.answer('', 'API key for');
    },
  ],
  [
    'help',
    async (wizard) => {
      wizard.press('?');
      await wizard.shows('Ctrl+C');
    },
  ],
];

test.each(screens)('Ctrl+C at %s exits with 130 and gives the terminal back', async (_name, go) => {
  await using wizard = await startWizard();
  await wizard.shows('❯ Sandbox');
  await go(wizard);
  wizard.press(keys.ctrlC);
  expect(await wizard.exit).toBe(130);
  expectRestored(wizard);
  expect(wizard.screen.text()).toContain('Nothing was sent.');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends it in good order, exit %i', async (signal, exitCode) => {
  await using wizard = await startWizard();
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', 'Name (');
  wizard.press('Ada');
  await wizard.shows('› Ada');
  wizard.signal(signal);
  expect(await wizard.exit).toBe(exitCode);
  expectRestored(wizard);
  expect(wizard.screen.text()).toContain('Your draft is kept.');
});

test('where no draft can be kept, what was entered is printed, and --from takes it', async () => {
  await using folder = await makeFolder();
  const blocked = join(folder.path, '.local');
  await writeFile(blocked, 'a file where the folder of drafts would be');
  await using wizard = await startWizard({ home: folder.path });
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', 'Name (');
  await wizard.answer('Ada', 'Email (');
  wizard.press('ada@');
  await wizard.shows('› ada@');
  wizard.press(keys.ctrlC);
  expect(await wizard.exit).toBe(130);
  const printed = /What you entered, as --from takes it:\n(?<json>\{.*?\n\})/su.exec(wizard.screen.text());
  const stdin = printed?.groups?.['json'] ?? '';
  const { stdout } = await runProgram(['--from', '-', '--dry-run', '--json'], { stdin });
  expect(onlyObject(stdout)).toMatchObject({ request: { name: 'Ada', email: 'ada@' } });
});

test('leaving in the middle of a second customer saves it, with a failing exit code', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox', '--name', 'Ada'] });
  await wizard.shows('Review');
  await wizard.answer('', 'Its ID is 1.');
  wizard.press(keys.down);
  await wizard.answer('', 'Name (');
  wizard.press('Grace');
  await wizard.shows('› Grace');
  wizard.press(keys.ctrlC);
  expect(await wizard.exit).toBe(130);
  expect(wizard.screen.text()).toContain('Your draft is kept.');
});

test('leaving another one with these values saves it, with a failing exit code', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox', '--name', 'Ada'] });
  await wizard.shows('Review');
  await wizard.answer('', 'Its ID is 1.');
  wizard.press(keys.down, keys.down);
  await wizard.answer('', '❯ Create the customer in the sandbox');
  wizard.press(keys.ctrlC);
  expect(await wizard.exit).toBe(130);
  expect(wizard.screen.text()).toContain('The next customer was not sent.');
  expect(wizard.screen.text()).toContain('Your draft is kept.');
});

test('leaving from the result of a success is one', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox', '--name', 'Ada'] });
  await wizard.shows('Review');
  await wizard.answer('', 'Its ID is 1.');
  wizard.press(keys.enter);
  expect(await wizard.exit).toBe(0);
  expectRestored(wizard);
});
