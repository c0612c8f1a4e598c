import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { test } from 'vitest';
import { startWizard, type Wizard } from './start-wizard.ts';

async function atName(): Promise<Wizard> {
  const wizard = await startWizard({ argv: ['--sandbox'] });
  await wizard.shows('Name (');
  return wizard;
}

/** What stands on the line, and in which cell of it the cursor is; gutter and prompt take four. */
function line({ screen }: Wizard): string {
  const { x, y } = screen.cursor();
  const text = screen.rows()[y]?.replace(/^│ › /u, '') ?? '';
  return `${text.slice(0, x - 4)}|${text.slice(x - 4)}`;
}

test('the keys of readline move, cut, put back, undo and do again', async () => {
  await using wizard = await atName();
  const steps = [
    ['Ada King Lovelace', 'Ada King Lovelace|'],
    ['\u0001', '|Ada King Lovelace'],
    ['\u001bf', 'Ada| King Lovelace'],
    ['\u001b[1;5C', 'Ada King| Lovelace'],
    ['\u0017', 'Ada | Lovelace'],
    ['\u0019', 'Ada King| Lovelace'],
    ['\u001f', 'Ada | Lovelace'],
    ['\u001br', 'Ada King| Lovelace'],
    ['\u000b', 'Ada King|'],
    ['\u0015', '|'],
    ['\u0019', 'Ada King|'],
    ['\u001b[D\u001b[D', 'Ada Ki|ng'],
    ['\u001b[3~', 'Ada Ki|g'],
    ['\u007f', 'Ada K|g'],
    ['\u0005', 'Ada Kg|'],
  ] as const;
  for (const [key, shown] of steps) {
    wizard.press(key);
    await wizard.until(() => line(wizard) === shown || (shown === '|' && line(wizard).startsWith('|e.g.')));
  }
});

test('a family is one letter: one Backspace takes it whole', async () => {
  await using wizard = await atName();
  wizard.press('Ada👩‍👩‍👧');
  await wizard.shows('› Ada👩‍👩‍👧');
  wizard.press(keys.backspace);
  await wizard.until(() => line(wizard) === 'Ada|');
});

test('what an input method commits in one go is text, its caret behind it', async () => {
  await using wizard = await atName();
  wizard.press('東京');
  await wizard.shows('› 東京');
  await wizard.until(() => wizard.screen.cursor().x === 8);
  await wizard.answer('都', 'Name            東京都');
});

test('a line and its Enter in one read submit', async () => {
  await using wizard = await atName();
  wizard.press('Ada\r');
  await wizard.shows('Name            Ada', 'Email (');
});

test('lines that come in one go without being announced as a paste submit nothing', async () => {
  await using wizard = await atName();
  wizard.press('Ada\rLovelace\r');
  await wizard.shows('› Ada Lovelace', 'Name (');
});

test('Tab takes what is offered, and Ctrl+R goes to the review', async () => {
  await using wizard = await atName();
  await wizard.answer('Ada', 'Email (');
  wizard.press('ada@gmial.com');
  await wizard.shows('Did you mean "ada@gmail.com"?', 'Tab use it');
  wizard.press(keys.tab);
  await wizard.shows('› ada@gmail.com');
  wizard.press('\u0012');
  await wizard.shows('❯ Create the customer in the sandbox', 'Email           ada@gmail.com');
});

test('an attribute without a property stays on its line until it has one', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox', '--name', 'Ada'] });
  await wizard.shows('Review');
  wizard.press(keys.home, ...Array.from({ length: 12 }, () => keys.down));
  await wizard.shows('❯   Custom data');
  await wizard.answer('', 'Custom data (');
  await wizard.answer('=x', 'This custom attribute has no property', '› =x');
  wizard.press(keys.home, 'plan');
  await wizard.answer('', '1. plan = x  text');
});
