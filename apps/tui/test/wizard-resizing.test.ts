import { keys } from '@helpcrunch-customer-kit/testing/keys';
import type { ScreenSize } from '@helpcrunch-customer-kit/testing/screen';
import { expect, test } from 'vitest';
import { startWizard, type Wizard } from './start-wizard.ts';

// The emulator of these tests is the one of VS Code's terminal.
const environment = { TERM_PROGRAM: 'vscode' };
const above = ['HelpCrunch Customer Kit', '  Account         Sandbox (local)'];

/** Cut on a narrow screen. */
const name = 'Ada Lovelace, Countess of everything that can be computed';

async function atReview(size: ScreenSize, downs = 0): Promise<Wizard> {
  const wizard = await startWizard({ argv: ['--sandbox', '--name', name], environment, ...size });
  await wizard.shows('Review', 'Ctrl+G help');
  if (downs > 0) wizard.press(keys.home, ...Array.from({ length: downs }, () => keys.down));
  await untilSettled(wizard);
  return wizard;
}

/** A frame has come in whole: the last of it is the cursor's way to its row. */
function untilSettled({ screen, until }: Wizard): Promise<void> {
  return until(() => screen.rows()[screen.cursor().y]?.startsWith('│ ❯') === true);
}

/** What was printed stays, and below it the form stands once, from its header to its keys. */
async function expectOneForm(wizard: Wizard): Promise<void> {
  const headers = () => wizard.screen.rows().filter((row) => row.startsWith('◆'));
  await wizard.until(() => wizard.screen.rows().at(-1)?.startsWith('└ Enter choose') === true);
  expect(headers()).toHaveLength(1);
  expect(wizard.screen.rows().filter(Boolean).slice(0, 3)).toEqual([...above, headers()[0]]);
}

test.each([
  ['narrower', { columns: 40, rows: 40 }, 'Lovelace, Cou…'],
  ['narrower and lower', { columns: 40, rows: 20 }, 'row 3 of 16'],
  ['lower', { columns: 90, rows: 12 }, 'row 3 of 16'],
  ['very small', { columns: 39, rows: 10 }, 'row 3 of 16'],
] as const)(
  'a window that has become %s has one form, and all that was printed',
  async (_name, size, sign) => {
    await using wizard = await atReview({ columns: 90, rows: 40 }, 2);
    await wizard.shows('❯   User ID');
    wizard.resize(size);
    await wizard.shows(sign);
    await expectOneForm(wizard);
  },
);

test('a window that is dragged to and fro has one form in the end, and all that was printed', async () => {
  await using wizard = await atReview({ columns: 90, rows: 30 });
  // The window has its last size before the program hears of the first, however busy the machine is.
  wizard.signal('SIGSTOP');
  for (const columns of [80, 66, 51, 47, 40, 38, 45, 60, 75, 90, 70, 44]) {
    wizard.resize({ columns, rows: 30 });
  }
  wizard.signal('SIGCONT');
  await wizard.shows('Countes…');
  await expectOneForm(wizard);
});

test('a key that is pressed while the window changes is drawn for the new size', async () => {
  await using wizard = await atReview({ columns: 90, rows: 30 });
  wizard.resize({ columns: 44, rows: 30 });
  wizard.press(keys.down);
  await wizard.shows('❯ Show JSON', 'Countes…');
  await expectOneForm(wizard);
});

test('a long line that is typed in a window which becomes narrower keeps its header once', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox'], environment, columns: 90, rows: 30 });
  await wizard.shows('Name (');
  wizard.press('abcdefghi '.repeat(6));
  await wizard.shows('abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi');
  wizard.resize({ columns: 40, rows: 30 });
  await wizard.until(() => wizard.screen.rows().every((row) => row.length < 40));
  wizard.press('!');
  await wizard.shows('abcdefghi !');
  const rows = wizard.screen.rows().filter(Boolean);
  expect(rows.filter((row) => row.includes('Name ('))).toHaveLength(1);
  expect(rows.slice(0, 3)).toEqual([...above, expect.stringMatching(/^◆ Name \(1\/\d+\) +sandbox$/u)]);
});
