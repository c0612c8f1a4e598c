import { execFileSync } from 'node:child_process';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { startWizard, type Wizard } from './start-wizard.ts';

const argv = ['--sandbox', '--name', 'Ada', '--email', 'ada@example.com'];

async function choose(wizard: Wizard, row: string): Promise<void> {
  wizard.press(keys.home);
  for (
    let step = 0;
    !/❯ +(?<row>.*)/u.exec(wizard.screen.text())?.groups?.['row']?.startsWith(row);
    step += 1
  ) {
    if (step > 40) throw new Error(`Row not found: ${row}`);
    const before = wizard.screen.cursor().y;
    wizard.press(keys.down);
    await wizard.until(() => wizard.screen.cursor().y !== before);
  }
  wizard.press(keys.enter);
}

/** What was asked to be put on the clipboard, as text. */
function clipboard(written: string): string {
  const [, encoded = ''] = written.split(']52;c;');
  return Buffer.from(encoded.split('\u0007')[0] ?? '', 'base64').toString();
}

test('curl goes to the clipboard and to the screen, and without the key', async () => {
  await using wizard = await startWizard({ argv });
  await wizard.shows('Review');
  await choose(wizard, 'Copy as curl');
  await wizard.shows('As curl, on the clipboard too', '-H "Authorization: Bearer $HELPCRUNCH_API_KEY"');
  expect(clipboard(wizard.written())).toContain(`--data-raw '{"name":"Ada","email":"ada@example.com"}'`);
});

test('inside tmux what goes to the clipboard is wrapped for tmux', async () => {
  await using wizard = await startWizard({ argv, environment: { TMUX: '/tmp/tmux-0/default,1,0' } });
  await wizard.shows('Review');
  await choose(wizard, 'Copy as curl');
  await wizard.shows('As curl, on the clipboard too');
  const [, wrapped = ''] = wizard.written().split('\u001bPtmux;');
  expect(wrapped.startsWith('\u001b\u001b]52;c;')).toBe(true);
  expect(wrapped.split('\u0007')[1]?.startsWith('\u001b\\')).toBe(true);
  expect(clipboard(wizard.written())).toContain('"name":"Ada"');
});

test('the exact JSON and a dry run stand on the screen, and nothing is sent', async () => {
  await using wizard = await startWizard({ argv });
  await wizard.shows('Review');
  await choose(wizard, 'Show JSON');
  await wizard.shows('"email": "ada@example.com"');
  await choose(wizard, 'Dry run');
  await wizard.shows('Nothing was sent');
});

test('every field is a jump from the review and back', async () => {
  await using wizard = await startWizard({ argv });
  await wizard.shows('Review');
  await choose(wizard, 'Phone');
  await wizard.shows('Phone (5/13)');
  await wizard.answer('+1023', '❯   Phone           +1023', 'Create the customer');
});

test('a customer with the same email is shown before anything is sent', async () => {
  const sandbox = createSandbox({ customers: [{ name: 'Grace', email: 'ada@example.com' }] });
  await using listener = await listen(sandbox);
  const environment = { HELPCRUNCH_BASE_URL: listener.baseUrl, HELPCRUNCH_API_KEY: 'sandbox' };
  await using wizard = await startWizard({ argv: argv.slice(1), environment });
  await wizard.answer('', 'This email is already used by "Grace" (ID 1).');
});

test('a customer pasted as JSON into any field fills them in, and what it does not know is named', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox'] });
  await wizard.shows('Name (1/13)');
  wizard.press('\u001b[200~{"name": "Ada",\n "email": "ada@example.com", "emial": "x"}\u001b[201~');
  await wizard.shows('Fill in 2 fields from this paste?', 'Check: "emial".');
  await wizard.answer('', '✓ Filled in from the paste: Name, Email', '❯ Create the customer');
});

test('the command that is shown after a success creates the same customer', async () => {
  await using wizard = await startWizard({ argv: ['--sandbox', '--name', "Ada O'Neil"], columns: 200 });
  await wizard.shows('Review');
  await wizard.answer('', 'Its ID is 1.');
  await choose(wizard, 'Show the command');
  await wizard.shows('--from - --yes');
  const command = wizard.screen.rows().find((row) => row.includes('--from - --yes')) ?? '';
  const [piped = ''] = command.split(' | ');
  expect(execFileSync('/bin/sh', ['-c', piped.trim()], { encoding: 'utf8' })).toBe(`{"name":"Ada O'Neil"}`);
  expect(command).toContain('| helpcrunch-customer --sandbox --from - --yes');
});
