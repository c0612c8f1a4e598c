import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { startWizard, toCreate } from './start-wizard.ts';

/** All that sets a color: the 16, the 256 and the 16 million. */
function colorCodes(written: string): string[] {
  const styles = written.split('\u001b[').flatMap((part) => /^[\d;]*m/u.exec(part) ?? []);
  return styles.filter((style) => /(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/u.test(style));
}

test('NO_COLOR: not one color code, and marks and words say it all', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox'], environment: { NO_COLOR: '1' } });
  await wizard.shows('◆ Name (', '› e.g. Ada Lovelace');
  await wizard.answer('Ada', 'Name            Ada');
  await wizard.answer('ada@', 'Not a valid email address: "ada@"');
  expect(colorCodes(wizard.written())).toEqual([]);
});

test('with colors, a tag shows the color that it has', async () => {
  const environment = { COLORTERM: 'truecolor' };
  await using wizard = await startWizard({ argv: ['--name', 'Ada'], environment });
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', 'Review');
  wizard.press(keys.home, ...Array.from({ length: 11 }, () => keys.down));
  await wizard.shows('❯   Tags');
  await wizard.answer('', 'Tags (');
  await wizard.answer('vip rgb(255 99 71)', '1. ██ vip  rgb(255 99 71)');
  expect(colorCodes(wizard.written())).not.toEqual([]);
  const row = wizard.screen.rows().findIndex((text) => text.includes('1. ██ vip'));
  expect(wizard.screen.cellAt(wizard.screen.rows()[row]?.indexOf('█') ?? 0, row)?.color).toBe('#ff6347');
});

test('of advice only the mark is yellow, in the review too', async () => {
  await using wizard = await startWizard({
    argv: ['--sandbox', '--name', 'Ada', '--email', 'ada@gmial.com'],
  });
  await wizard.shows('! Email');
  const colorsAt = (text: string) => {
    const row = wizard.screen.rows().findIndex((each) => each.includes(text));
    const start = wizard.screen.rows()[row]?.indexOf(text) ?? 0;
    return [0, 2].map((offset) => wizard.screen.cellAt(start + offset, row)?.color);
  };
  const yellow = 3;
  expect(colorsAt('! Email')).toEqual([yellow, undefined]);
  wizard.press(keys.home, keys.down);
  await wizard.shows('❯ ! Email', '! Did you mean');
  expect(colorsAt('! Did you mean')).toEqual([yellow, undefined]);
});

test('the real cursor stands on the chosen row, and at the caret', async () => {
  await using wizard = await startWizard();
  await wizard.shows('❯ Sandbox', 'Ctrl+C quit');
  const row = () => wizard.screen.rows()[wizard.screen.cursor().y];
  await wizard.until(() => row()?.startsWith('│ ❯ Sandbox') === true);
  wizard.press(keys.down);
  await wizard.until(() => row()?.startsWith('│ ❯ HelpCrunch') === true);
  wizard.press(keys.up);
  await wizard.until(() => row()?.startsWith('│ ❯ Sandbox') === true);
  await wizard.answer('', 'Name (');
  wizard.press('a👩‍👩‍👧漢e\u0301b', keys.left);
  // Gutter and prompt take 4 cells, the letters 1, 2, 2 and 1; the caret stands before the b.
  await wizard.until(() => row() === '│ › a👩‍👩‍👧漢e\u0301b' && wizard.screen.cursor().x === 10);
});

test('what is pasted into a line does not submit it, whatever lines it has', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox'] });
  await wizard.shows('Name (');
  wizard.press('\u001b[200~Ada\r\nLovelace\r\u001b[201~');
  await wizard.shows('› Ada Lovelace', 'Name (');
  expect(wizard.screen.text()).not.toContain('Email');
});

test('what a paste hides is taken out, and that is reported', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox'] });
  await wizard.shows('Name (');
  wizard.press('\u001b[200~\u001b[31mAda\u001b[0m\u202e\u0007\u001b[201~');
  await wizard.shows('› Ada', 'Control characters were removed.');
});

test('100 kB pasted into a line stay one line, its end in sight', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox'] });
  await wizard.shows('Name (');
  wizard.press(`\u001b[200~${'long '.repeat(20_000)}end\u001b[201~`);
  await wizard.shows('long end', 'Name (');
  expect(wizard.screen.rows().filter((row) => row.includes('long'))).toHaveLength(1);
});

test('on 40 by 10 cells the whole way fits', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox', '--name', 'Ada'], columns: 40, rows: 10 });
  await wizard.shows('Review');
  wizard.press(keys.home);
  await wizard.shows('❯   Name           Ada');
  wizard.press(...toCreate);
  await wizard.shows('❯ Create the customer');
  await wizard.answer('', 'Its ID is 1.', '❯ Done');
});
