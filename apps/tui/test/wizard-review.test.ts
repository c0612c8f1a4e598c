import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { expect, test } from 'vitest';
import { startWizard, type Wizard, type WizardOptions } from './start-wizard.ts';

const argv = ['--sandbox', '--name', 'Ada', '--email', 'ada@example.com'];

/** Moves to a row, with one key at a time, each after the effect of the one before is shown. */
async function choose(wizard: Wizard, row: string): Promise<void> {
  const rows = () => wizard.screen.rows();
  const selected = () => rows().findLast((text) => text.startsWith('│ ❯'));
  const isThere = () => selected()?.replace('│ ❯', '').trimStart().startsWith(row) === true;
  await wizard.until(() => selected() !== undefined);
  for (let step = 0; !isThere(); step += 1) {
    if (step > 40) throw new Error(`Row not found: ${row}`);
    const before = selected();
    const target = rows().findLastIndex((text) =>
      text
        .replace(/^│ [❯ ]/u, '')
        .trimStart()
        .startsWith(row),
    );
    const isAbove = target !== -1 && target < rows().lastIndexOf(before ?? '');
    wizard.press(isAbove ? keys.up : keys.down);
    await wizard.until(() => ![undefined, before].includes(selected()));
  }
  wizard.press(keys.enter);
}

/** What was asked to be put on the clipboard, as text. */
function clipboard(written: string): string {
  const [, encoded = ''] = written.split(']52;c;');
  return Buffer.from(encoded.split('\u0007')[0] ?? '', 'base64').toString();
}

/** The text below a row, as selecting it copies it: what the terminal has wrapped is one line. */
function copied({ screen }: Wizard, title: string): string {
  const { active } = screen.terminal.buffer;
  const first = screen.rows().findIndex((row) => row.includes(title));
  let text = '';
  for (let y = first + 1; y < active.length; y += 1) {
    const line = active.getLine(y);
    const next = active.getLine(y + 1);
    text += line?.translateToString(!next?.isWrapped) ?? '';
    if (!next?.isWrapped) text += '\n';
  }
  return text.slice(text.indexOf('\n') === 0 ? 1 : 0);
}

async function startShared(options: WizardOptions = {}): Promise<{ wizard: Wizard } & AsyncDisposable> {
  const listener = await listen(createSandbox());
  const wizard = await startWizard({ argv: [`--sandbox=${listener.baseUrl}`, ...argv.slice(1)], ...options });
  await wizard.shows('Review');
  return {
    wizard,
    async [Symbol.asyncDispose]() {
      await wizard[Symbol.asyncDispose]();
      await listener[Symbol.asyncDispose]();
    },
  };
}

test('curl goes to the clipboard and to the screen, and without the key', async () => {
  await using api = await listen(createSandbox());
  const environment = {
    HELPCRUNCH_API_KEY: 'canary-key-that-must-stay-hidden',
    HELPCRUNCH_BASE_URL: api.baseUrl,
  };
  await using wizard = await startWizard({ argv: argv.slice(1), environment });
  await wizard.answer('', '◆ Review');
  await choose(wizard, 'Copy as curl');
  await wizard.shows('As curl, on the clipboard too', '-H "Authorization: Bearer $HELPCRUNCH_API_KEY"');
  expect(clipboard(wizard.written())).toContain(`--data-raw '{"name":"Ada","email":"ada@example.com"}'`);
  expect(wizard.written()).not.toContain('canary-key');
});

test('what is selected on a narrow terminal is the curl command, without our line breaks and blanks', async () => {
  await using started = await startShared({ columns: 44 });
  const { wizard } = started;
  await choose(wizard, 'Copy as curl');
  await wizard.shows('As curl');
  const command = clipboard(wizard.written());
  await wizard.until(() => copied(wizard, 'terminal allows it:').includes(command));
  expect(wizard.written()).toContain(command.replaceAll('\n', '\r\n'));
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', command]);
  expect(stdout).toContain('"name":"Ada"');
});

test('inside tmux what goes to the clipboard is wrapped for tmux', async () => {
  await using started = await startShared({ environment: { TMUX: '/tmp/tmux-0/default,1,0' } });
  const { wizard } = started;
  await choose(wizard, 'Copy as curl');
  await wizard.shows('As curl, on the clipboard too');
  const [, wrapped = ''] = wizard.written().split('\u001bPtmux;');
  expect(wrapped.startsWith('\u001b\u001b]52;c;')).toBe(true);
  expect(wrapped.split('\u0007')[1]?.startsWith('\u001b\\')).toBe(true);
  expect(clipboard(wizard.written())).toContain('"name":"Ada"');
});

test('the sandbox in the program, which curl cannot reach, has no curl command', async () => {
  await using wizard = await startWizard({ argv });
  await wizard.shows('Show JSON', 'Dry run');
  expect(wizard.screen.text()).not.toContain('curl');
});

test('the exact JSON and a dry run stand on the screen and on the clipboard, and nothing is sent', async () => {
  await using wizard = await startWizard({ argv });
  await wizard.shows('Review');
  await choose(wizard, 'Show JSON');
  await wizard.shows('"email": "ada@example.com"');
  const json = clipboard(wizard.written());
  expect(json).toBe('{\n  "name": "Ada",\n  "email": "ada@example.com"\n}');
  expect(wizard.written()).toContain(json.replaceAll('\n', '\r\n'));
  expect(wizard.screen.rows()).toContain('{');
  await choose(wizard, 'Dry run');
  await wizard.shows('Nothing was sent');
});

test('a key held on a row that shows a text writes each text whole, and leaves one form', async () => {
  await using wizard = await startWizard({ argv });
  await wizard.shows('Review');
  await choose(wizard, 'Show JSON');
  wizard.press(keys.enter, keys.enter, keys.enter, keys.up);
  await wizard.shows('❯ Create the customer in the sandbox');
  await wizard.until(() => wizard.screen.rows().filter((row) => row === '  "name": "Ada",').length === 4);
  await wizard.until(() => wizard.screen.rows().filter((row) => row.includes('◆ Review')).length === 1);
});

test('what was printed above the review stays whole once the review is gone', async () => {
  await using wizard = await startWizard({ argv, rows: 24 });
  await wizard.until(() => wizard.screen.text().includes('❯ Create the customer'));
  await choose(wizard, 'Show JSON');
  await wizard.until(() => wizard.screen.text().includes('"email": "ada@example.com"'));
  await choose(wizard, 'Create the customer');
  await wizard.until(() => wizard.screen.text().includes('Its ID is 1.'));
  expect(wizard.screen.text()).toMatch(/"email": "ada@example.com"\n\}\n/u);
});

test('every field is a jump from the review and back', async () => {
  await using wizard = await startWizard({ argv });
  await wizard.shows('Review');
  await choose(wizard, 'Phone');
  await wizard.shows('Phone (');
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
  await wizard.shows('Name (');
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
  const command = clipboard(wizard.written());
  expect(wizard.screen.rows()).toContain(command);
  const [piped = ''] = command.split(' | ');
  expect(execFileSync('/bin/sh', ['-c', piped.trim()], { encoding: 'utf8' })).toBe(`{"name":"Ada O'Neil"}`);
  expect(command).toContain('| helpcrunch-customer --sandbox --from - --yes');
});
