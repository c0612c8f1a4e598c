import { createSandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { filesBelow, findKey, makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { describe, expect, test } from 'vitest';
import { answer, startLines } from './line-mode.ts';
import { makeFolder } from './program.ts';
import { startWizard } from './start-wizard.ts';

const { enter, down, ctrlC } = keys;
const ctrlU = '\u0015';
const ctrlR = '\u0012';
const secrets = { 'a key': makeApiKey(23), 'a short key': 'k8Zq41Lx' };

function paste(text: string): string {
  return `\u001b[200~${text}\u001b[201~`;
}

function curl(key: string): string {
  const body = JSON.stringify({ name: 'Ada Lovelace', email: 'ada@example.com', company: 'Engines' });
  return [
    'curl https://api.helpcrunch.com/v1/customers \\',
    `  -H 'Authorization: Bearer ${key}' \\`,
    `  -d '${body}'`,
  ].join('\n');
}

describe.each(Object.entries(secrets))('%s in the wizard', (_kind, key) => {
  test('in a curl command that is pasted into a field, is nowhere, and its customer is offered (case 14)', async () => {
    await using home = await makeFolder();
    await using wizard = await startWizard({ argv: ['--sandbox'], home: home.path });
    await wizard.shows('Name (1/');
    wizard.press(paste(curl(key)));
    await wizard.shows('Fill in 3 fields from this paste?');
    wizard.press(down, enter);
    await wizard.shows('Name (1/', '"company":"Engines"');
    wizard.press(ctrlU, paste(curl(key)));
    await wizard.shows('Fill in 3 fields from this paste?');
    await wizard.answer('', 'Filled in from the paste: Name, Email, Company');
    wizard.press(ctrlC);
    await wizard.exit;
    expect(findKey(key, wizard.written()), wizard.screen.text()).toBeUndefined();
    const files = filesBelow(home.path);
    expect(files).toContain('Engines');
    expect(findKey(key, files), 'a file').toBeUndefined();
  });

  test('in a field, a file, a flag, the review, the JSON, the curl command and the draft, is nowhere', async () => {
    await using api = await listen(createSandbox());
    await using home = await makeFolder();
    const environment = { HELPCRUNCH_API_KEY: key, HELPCRUNCH_BASE_URL: api.baseUrl };
    const argv = ['--name', 'Ada', '--notes', `see ${key}`, '--custom-data', `${key}=${key}`, '--tag', key];
    await using wizard = await startWizard({ argv, environment, home: home.path });
    await wizard.shows('❯ HelpCrunch at 127.0.0.1');
    await wizard.answer('', 'Notes (');
    wizard.press(paste(`my key ${key}`), ctrlR);
    await wizard.shows('◆ Review', '❯ Create the customer');
    wizard.press(down, enter);
    await wizard.shows('JSON, with [hidden] for what looks like a key', '"notes": "see [hidden]');
    wizard.press(down, enter);
    await wizard.shows('No curl command yet: fix Notes first.');
    wizard.press(ctrlC);
    await wizard.exit;
    expect(findKey(key, wizard.written()), wizard.screen.text()).toBeUndefined();
    const [, copied = ''] = wizard.written().split(']52;c;');
    const clipboard = Buffer.from(copied.split('\u0007')[0] ?? '', 'base64').toString();
    expect(clipboard).toContain('[hidden]');
    expect(findKey(key, clipboard), clipboard).toBeUndefined();
    expect(findKey(key, filesBelow(home.path)), 'a file').toBeUndefined();
  });

  test.each<[string, SandboxOptions]>([
    ['accepted', {}],
    ['refused', { scenario: 'bad-key' }],
  ])('typed at its prompt and %s, is nowhere', async (_outcome, options) => {
    await using api = await listen(createSandbox(options));
    await using home = await makeFolder();
    const environment = { HELPCRUNCH_BASE_URL: api.baseUrl };
    const argv = ['--name', 'Ada', '--email', 'ada@example.com'];
    await using wizard = await startWizard({ argv, environment, home: home.path });
    await wizard.shows('❯ Sandbox');
    wizard.press(down);
    await wizard.answer('', 'API key for 127.0.0.1');
    await wizard.answer(key, '  live');
    wizard.press(ctrlC);
    await wizard.exit;
    expect(findKey(key, wizard.written()), wizard.screen.text()).toBeUndefined();
    expect(findKey(key, filesBelow(home.path)), 'a file').toBeUndefined();
  });

  test('answered line by line, is in no line that the program writes', async () => {
    await using api = await listen(createSandbox());
    const environment = { HELPCRUNCH_API_KEY: key, HELPCRUNCH_BASE_URL: api.baseUrl };
    await using lines = startLines(['--name', 'Ada', '--notes', `see ${key}`, '--tag', key], environment);
    // Hidden text can never be sent, so the wizard asks for the field again.
    await answer(lines, ['Number.*:', '2'], ['Notes.*:', '']);
    await expect.poll(() => lines.output).toContain('[hidden]');
    lines.write(ctrlC);
    await lines.exit;
    expect(findKey(key, lines.output), lines.output).toBeUndefined();
  });
});
