import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { startWizard, toCreate } from './start-wizard.ts';

const { enter, shiftTab, backspace, down } = keys;

test('the whole way: from the first key to a customer with every field, as it was stored', async () => {
  await using wizard = await startWizard();
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', '◆ Name (1/13)');
  await wizard.answer('Ada Lovelace', 'Email (2/13)');
  await wizard.answer('ada@', 'Not a valid email address: "ada@"');
  await wizard.answer('example.com', 'User ID (3/13)');
  await wizard.answer('user-1843', 'Company (4/13)');
  await wizard.answer('Analytical Engines Ltd', 'Phone (5/13)');
  await wizard.answer('+10233456781', 'First seen (6/13)');
  await wizard.answer('2020-10-28T12:49:06Z', 'Source (7/13)');
  await wizard.answer('https://example.com/pricing', 'Locale (8/13)');
  await wizard.answer('uk', 'Created from (9/13)');
  await wizard.answer('telegram', 'Integration ID (10/13)');
  await wizard.answer('465847687', 'Notes (11/13)');
  wizard.press('Prefers e-mail.');
  await wizard.shows('› Prefers e-mail.', 'Tab next');
  wizard.press(keys.tab);
  await wizard.shows('Tags (12/13)');
  await wizard.answer('vip #ff0000, beta', '2.    beta');
  await wizard.answer('', 'Custom data (13/13)');
  await wizard.answer('plan = pro', '1. plan = pro  text');
  await wizard.answer('seats = 12', '2. seats = 12  number');
  await wizard.answer('', 'Review');
  await wizard.answer('', 'The customer was created in the sandbox. Its ID is 1.');
  await wizard.shows(
    ...[
      'ID              1',
      'Name            Ada Lovelace',
      'Email           ada@example.com',
      'User ID         user-1843',
    ],
    ...[
      'Company         Analytical Engines Ltd',
      'Phone           +10233456781',
      'First seen      2020-10-28 12:49:06 UTC',
    ],
    ...['Source          https://example.com/pricing', 'Locale          uk', 'Created from    telegram'],
    ...['Integration ID  465847687', 'Notes           Prefers e-mail.', 'Tags            vip #ff0000, beta'],
    ...['Custom data     plan = pro, seats = 12', '❯ Done'],
  );
  // As it was answered, and as it was stored.
  expect(wizard.screen.text().match(/First seen +2020-10-28 12:49:06 UTC/g)).toHaveLength(2);
  wizard.press(enter);
  expect(await wizard.exit).toBe(0);
});

test('back with Esc and Shift+Tab keeps what stands there, even when it is wrong', async () => {
  await using wizard = await startWizard();
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', 'Name (1/13)');
  await wizard.answer('Ada', 'Email (2/13)');
  wizard.press('wrong');
  await wizard.shows('› wrong');
  wizard.press(keys.escape);
  await wizard.shows('› Ada');
  await wizard.answer(' Lovelace', '› wrong');
  await wizard.answer('', 'Not a valid email address: "wrong"');
  wizard.press(shiftTab);
  await wizard.shows('› Ada Lovelace');
  await wizard.answer('', '› wrong');
  await wizard.answer(`${backspace.repeat(5)}ada@example.com`, 'User ID (3/13)');
  expect(wizard.screen.text()).toContain(
    '  Name            Ada Lovelace  (was Ada)\n  Email           ada@example.com',
  );
});

test('a second customer with the same userId is not sent, and the field to change is one key away', async () => {
  await using wizard = await startWizard({ argv: ['--name', 'Ada', '--user-id', 'u-1'] });
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', 'Review');
  await wizard.answer('', 'Its ID is 1.');
  await wizard.answer(`${down}${down}`, 'User ID already used by');
  await wizard.answer('', '✗ Nothing was sent: this customer was already created from here', '"Ada" (ID 1)');
  await wizard.answer('', '› u-1');
  await wizard.answer('2', '❯   User ID');
  wizard.press(...toCreate);
  await wizard.shows('❯ Create the customer');
  await wizard.answer('', 'Its ID is 2.');
  wizard.press(enter);
  expect(await wizard.exit).toBe(0);
});
