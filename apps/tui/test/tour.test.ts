import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { startWizard } from './start-wizard.ts';

test('the minute with the wizard in the README is as it says', async () => {
  await using wizard = await startWizard();
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', 'Name (');
  await wizard.answer('Ada Lovelace', 'Email (');
  wizard.press(keys.escape);
  await wizard.shows('› Ada Lovelace');
  await wizard.answer('', 'Email (');
  wizard.press('ada@gmial.com');
  await wizard.shows('Did you mean "ada@gmail.com"?');
  wizard.press(keys.tab);
  await wizard.answer('', 'Email           ada@gmail.com', 'User ID (');
  await wizard.answer('', 'Company (');
  await wizard.answer('', 'Phone (');
  await wizard.answer('', 'First seen (');
  wizard.press('2 weeks ago');
  await wizard.shows('sent as "');
  await wizard.answer('', 'Source (');
  await wizard.answer('', 'Locale (');
  wizard.press('ukra');
  await wizard.shows('❯ uk  Ukrainian');
  await wizard.answer('', 'Locale          uk (Ukrainian)');
  for (const field of ['Integration ID', 'Notes', 'Tags']) await wizard.answer('', `${field} (`);
  await wizard.answer('vip #ff0000', '1. ██ vip  #ff0000');
  await wizard.answer('', 'Custom data (');
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
