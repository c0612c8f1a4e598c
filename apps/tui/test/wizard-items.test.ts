import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { test } from 'vitest';
import { startWizard } from './start-wizard.ts';

const remove = '\u001b[3~';
const undo = '\u001f';

test('an item in the middle is reached, changed in its place, removed and brought back', async () => {
  await using wizard = await startWizard({
    argv: ['--sandbox', '--name', 'Ada', '--tag', 'beta', '--tag', 'vip red', '--tag', 'old'],
  });
  const atItem = (text: string) =>
    wizard.until(() => {
      const { x, y } = wizard.screen.cursor();
      return x === 2 && wizard.screen.rows()[y]?.includes(`❯ ${text}`) === true;
    });
  const onLine = (text: string) =>
    wizard.until(() => {
      const { x, y } = wizard.screen.cursor();
      return x === 4 + text.length && wizard.screen.rows()[y]?.startsWith(`│ › ${text}`) === true;
    });
  await wizard.shows('❯ Create the customer');
  wizard.press(keys.home);
  await wizard.shows('❯   Name');
  while (!/❯ +Tags/u.test(wizard.screen.text())) {
    const { y } = wizard.screen.cursor();
    wizard.press(keys.down);
    await wizard.until(() => wizard.screen.cursor().y !== y);
  }
  wizard.press(keys.enter);
  await wizard.shows('↑↓ items', '3.    old');
  wizard.press(keys.up);
  await atItem('3.    old');
  wizard.press(keys.up);
  await wizard.shows('❯ 2. ██ vip   red');
  wizard.press(keys.enter);
  await wizard.shows('2.    (being edited)');
  await onLine('vip red');
  wizard.press('dish', keys.backspace.repeat(4), keys.backspace.repeat(3), 'teal', keys.enter);
  await wizard.shows('2. ██ vip   teal');
  wizard.press(keys.up, remove);
  await wizard.until(() => !wizard.screen.text().includes('3.    old'));
  wizard.press(undo);
  await atItem('3.    old');
  wizard.press(keys.down);
  await onLine('');
  await wizard.answer('', 'Tags            beta, vip teal, old');
});
