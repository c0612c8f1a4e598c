import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { startWizard } from './start-wizard.ts';

const key = { HELPCRUNCH_API_KEY: 'any-key-will-do-here', HELPCRUNCH_BASE_URL: 'http://127.0.0.1:1/v1' };

test('--sandbox goes to the sandbox without asking, even with a key at hand', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox'], environment: key });
  await wizard.shows('  Account         Sandbox (local)', '◆ Name (');
  wizard.press(keys.escape);
  await wizard.shows('❯ Sandbox', 'with the key from HELPCRUNCH_API_KEY');
});

test('--dry-run never opens what could send', async () => {
  await using wizard = await startWizard({ argv: ['--dry-run'], environment: key });
  expect(await wizard.exit).toBe(2);
  expect(wizard.screen.text()).toContain('No customer given');
});

test('a file with an error opens at the field to fix, and the wizard asks for nothing else', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox', '--name', 'Ada', '--email', 'ada@'] });
  await wizard.shows('Email (', 'Not a valid email address: "ada@"');
  await wizard.answer('example.com', 'Review');
  await wizard.answer('', 'Its ID is 1.');
});

test('the sandbox that someone comes back to still has their customers', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox', '--user-id', 'u-1'] });
  await wizard.shows('Review');
  await wizard.answer('', 'Its ID is 1.');
  wizard.press(keys.down);
  await wizard.answer('', 'Name (');
  wizard.press(keys.escape);
  await wizard.shows('❯ Sandbox');
  await wizard.answer('', 'Name (');
  await wizard.answer('Grace', 'Email (');
  await wizard.answer('', 'User ID (');
  await wizard.answer('u-1', 'Company (');
  for (const next of ['Phone', 'First seen', 'Source', 'Locale', 'Created from', 'Integration ID', 'Notes'])
    await wizard.answer('', `${next} (`);
  await wizard.answer('', 'Tags (');
  await wizard.answer('', 'Custom data (');
  await wizard.answer('', 'Review', 'User ID already used by');
});
