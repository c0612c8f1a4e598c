import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { startWizard } from './start-wizard.ts';

test('the minute with the wizard in the README is as it says', async () => {
  await using wizard = await startWizard();
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', 'Name (1/13)');
  await wizard.answer('Ada Lovelace', 'Email (2/13)');
  wizard.press(keys.escape);
  await wizard.shows('› Ada Lovelace');
  await wizard.answer('', 'Email (2/13)');
  wizard.press('ada@gmial.com');
  await wizard.shows('Did you mean "ada@gmail.com"?');
  wizard.press(keys.tab);
  await wizard.answer('', 'Email           ada@gmail.com', 'User ID (3/13)');
  await wizard.answer('', 'Company (4/13)');
  await wizard.answer('', 'Phone (5/13)');
  await wizard.answer('', 'First seen (6/13)');
  wizard.press('2 weeks ago');
  await wizard.shows('sent as "');
  await wizard.answer('', 'Source (7/13)');
  await wizard.answer('', 'Locale (8/13)');
  wizard.press('ukra');
  await wizard.shows('❯ uk  Ukrainian');
  await wizard.answer('', 'Locale          uk (Ukrainian)');
  for (const field of ['Integration ID', 'Notes', 'Tags']) await wizard.answer('', `${field} (`);
  await wizard.answer('vip #ff0000', '1. ██ vip  #ff0000');
  await wizard.answer('', 'Custom data (13/13)');
  wizard.press('seats = 12');
  await wizard.shows('Read as a number.');
  await wizard.answer('', '1. seats = 12  number');
  wizard.press('\u0012');
  await wizard.shows('❯ Create the customer in the sandbox');
  await wizard.answer('', 'Its ID is 1.', 'Custom data     seats = 12');
  await wizard.shows(
    'Create another customer',
    'Create another with these values',
    'Show the command for this',
  );
  wizard.press(keys.ctrlC);
  expect(await wizard.exit).toBe(0);
});
