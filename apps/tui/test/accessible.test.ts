import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type ScenarioName } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer, prompted, startLines } from './line-mode.ts';
import { program as built } from './program.ts';
import { PtyProgram } from './pty-program.ts';
import { runProgram } from './run-program.ts';

let stateHome: string;
beforeEach(() => {
  stateHome = mkdtempSync(join(tmpdir(), 'accessible-'));
});
afterEach(() => rmSync(stateHome, { recursive: true, force: true }));

function drafts(): unknown[] {
  const directory = join(stateHome, 'helpcrunch-customer', 'drafts');
  return readdirSync(directory).map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')));
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): PtyProgram {
  return startLines(args, { XDG_STATE_HOME: stateHome, ...environment });
}

/** What no terminal takes for anything but text and ends of lines. */
const onlyText = /^[\P{Cc}\r\n]*$/u;

/** A whole customer, with mistakes, help, ways back and jumps on the way. */
const conversation = [
  ['Number, or Enter for 1:', ''],
  ['Name:', '?'],
  ['Name:', 'Ada'],
  ['Email:', 'ada@exa'],
  ['Email:', 'ada@example.com'],
  ['User ID:', '<'],
  ['Email:', ''],
  ['User ID:', 'user-1843'],
  ['Company:', ''],
  ['Phone:', ''],
  ['First seen:', '2024-05-01'],
  ['Source:', ''],
  ['Locale:', 'ukrainian'],
  ['Created from:', ''],
  ['Integration ID:', ''],
  ['Notes:', 'Met at the conference.'],
  ['Next line:', 'Wants a call.'],
  ['Next line:', ''],
  ['Tag 1:', 'vip #ff0000, beta'],
  ['Tag 3:', '-'],
  ['Tag 2:', ''],
  ['Attribute 1:', 'seats = 12'],
  ['Attribute 2:', ''],
  ['Number:', '1'],
  ['Name:', 'Ada Lovelace'],
  ['Number:', '99'],
  ['Number:', '14'],
  ['Number, or Enter for 1:', ''],
] as const;

test('a whole conversation in a terminal is plain lines, and stays as it is', async () => {
  await using program = start([]);
  await answer(program, ...conversation);
  expect(await program.exit).toMatchObject({ exitCode: 0 });
  expect(program.output).toMatch(onlyText);
  await expect(program.output.replaceAll('\r\n', '\n')).toMatchFileSnapshot('golden/accessible-terminal.txt');
});

test('the same through a pipe is the same lines, without the answers', async () => {
  const stdin = conversation.map(([, text]) => `${text}\n`).join('');
  const { stdout, stderr, code } = await runProgram(['--accessible'], { stdin });
  expect(code).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(onlyText);
  await expect(stderr).toMatchFileSnapshot('golden/accessible-pipe.txt');
});

test.each([{ TERM: 'dumb' }, { ACCESSIBLE: '1' }])('%j asks line by line, too', async (environment) => {
  await using program = new PtyProgram({ environment });
  await answer(program, ['Number, or Enter for 1:', '']);
  await prompted(program, 'Name:');
  expect(program.output).toMatch(onlyText);
});

test('the end of the input keeps everything as a draft', async () => {
  const environment = { XDG_STATE_HOME: stateHome };
  const stdin = '1\nAda\nada@example.com\n';
  const { stderr, code } = await runProgram(['--accessible'], { environment, stdin });
  expect(code).toBe(130);
  expect(stderr).toMatch(/Nothing was sent\.\nYour draft is kept\. To go on with it: .* --resume\n$/);
  expect(drafts()).toMatchObject([{ furthest: 1, draft: { name: 'Ada', email: 'ada@example.com' } }]);
});

test.each([
  ['Ctrl+C', '\u0003'],
  ['Ctrl+D', '\u0004'],
])('%s leaves with 130 and keeps the draft, half a list included', async (_name, key) => {
  await using program = start(['--sandbox']);
  await answer(program, ['Name:', 'Ada'], ['Email:', '']);
  await prompted(program, 'User ID:');
  program.write(key);
  expect(await program.exit).toMatchObject({ exitCode: 130 });
  expect(drafts()).toMatchObject([{ account: 'sandbox', draft: { name: 'Ada' } }]);
});

test('the next start offers the draft, and goes on behind the last answer', async () => {
  const environment = { XDG_STATE_HOME: stateHome };
  await runProgram(['--accessible'], { environment, stdin: '1\nAda\n' });
  await using program = start([]);
  await program.waitForText('1. Ada, sandbox, just now');
  await answer(program, ['Number, or Enter for 1:', ''], ['Number, or Enter for 1:', '']);
  await prompted(program, 'Email:');
});

test('a draft is deleted by its number, and the others stay', async () => {
  const environment = { XDG_STATE_HOME: stateHome };
  for (const name of ['Ada', 'Grace'])
    await runProgram(['--accessible', '--name', name], { environment, stdin: '1\n' });
  await using program = start([]);
  await answer(program, ['Number, or Enter for 1:', '4']);
  await program.waitForText('Which draft? It is gone for good.');
  await answer(program, ['Number:', '2']);
  await program.waitForText('Deleted the draft of "Ada".');
  await program.waitForText('1. Grace, sandbox, just now');
  await prompted(program, 'Number, or Enter for 1:');
});

async function live(scenario: ScenarioName | undefined) {
  const listener = await listen(createSandbox(scenario === undefined ? {} : { scenario }));
  return { listener, environment: { HELPCRUNCH_BASE_URL: listener.baseUrl } };
}

test('a key is asked for without being shown, and used', async () => {
  const { listener, environment } = await live(undefined);
  await using _open = listener;
  await using program = start(['--name', 'Ada'], environment);
  await answer(program, ['Number, or Enter for 1:', '2'], ['not shown\\):', 'Bearer <the-key-itself>']);
  await answer(program, ['Number:', '14'], ['Number, or Enter for 2:', '1']);
  await program.waitForText('The customer was created in HelpCrunch.');
  expect(program.output).not.toContain('the-key-itself');
  expect(listener.sandbox.customers).toHaveLength(1);
});

test('a rejected key is asked for again', async () => {
  const { listener, environment } = await live('bad-key');
  await using _open = listener;
  await using program = start(['--name', 'Ada'], { ...environment, HELPCRUNCH_API_KEY: 'wrong' });
  await answer(program, ['Number, or Enter for 2:', ''], ['Number:', '14'], ['Number, or Enter for 2:', '1']);
  await program.waitForText('HelpCrunch did not accept the API key');
  await answer(program, ['Number, or Enter for 1:', '']);
  await prompted(program, 'not shown\\):');
});

test('a lost answer is looked into at once, and the customer is found', async () => {
  const { listener, environment } = await live('created-then-lost');
  await using _open = listener;
  await using program = start(['--email', 'ada@example.com'], { ...environment, HELPCRUNCH_API_KEY: 'abc' });
  await answer(program, ['Number, or Enter for 2:', ''], ['Number:', '14'], ['Number, or Enter for 2:', '1']);
  await program.waitForText('created in HelpCrunch: a lookup found it');
  expect(listener.sandbox.customers).toHaveLength(1);
});

test('a refused field is asked for again, with the words of the refusal', async () => {
  const { listener, environment } = await live('field-rejected');
  await using _open = listener;
  await using program = start(['--email', 'ada@example.com'], { ...environment, HELPCRUNCH_API_KEY: 'abc' });
  await answer(program, ['Number, or Enter for 2:', ''], ['Number:', '14'], ['Number, or Enter for 2:', '1']);
  await prompted(program, 'Problem: .*\r\n.*\r\nEmail:');
});

/** What the API answers, from a refusal to what may have been created. */
const answersOfTheApi = [
  'field-rejected',
  'user-id-taken',
  'bad-key',
  'forbidden',
  'html-502',
  'server-error',
  'created-then-lost',
  'strings-changed',
] as const;

test('every kind of answer to a live create stays as it is in words', async () => {
  const said: string[] = [];
  for (const scenario of answersOfTheApi) {
    const { listener, environment } = await live(scenario);
    await using _open = listener;
    // The account, the review, the question, and then the end of the input.
    const { stderr } = await runProgram(
      ['--accessible', '--name', 'Ada', '--email', 'ada@example.com', '--user-id', 'u-1', '--locale', 'en'],
      { environment: { ...environment, HELPCRUNCH_API_KEY: 'a-key' }, stdin: '\n14\n1\n' },
    );
    expect(stderr).toMatch(onlyText);
    said.push(
      `== ${scenario}\n${stderr.slice(Math.max(0, stderr.indexOf('Create this customer in HelpCrunch')))}`,
    );
  }
  // How long the program took is not what is tested.
  const text = said
    .join('\n')
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:8080')
    .replaceAll(/(?<=was not found )\d+ seconds? after sending/g, 'right after sending')
    .replaceAll(/(?<=Looked once, last )\d+ s ago/g, 'just now');
  await expect(text).toMatchFileSnapshot('golden/accessible-live.txt');
});

test('a customer from a pipe is filled in, and the answers come from the terminal', async () => {
  const command = `printf '{"name": "Ada", "email": "nope"}' | exec "$0" "$1" --accessible --sandbox --from -`;
  await using program = new PtyProgram({
    command: ['/bin/sh', '-c', command, process.execPath, built],
    environment: { XDG_STATE_HOME: stateHome },
  });
  await prompted(program, 'Problem: .*\r\n.*\r\nEmail:');
  program.write('\u0003');
  await program.exit;
  expect(drafts()).toMatchObject([{ draft: { name: 'Ada', email: 'nope' } }]);
});

test('answers and customer cannot both come through standard input', async () => {
  const { stderr, code } = await runProgram(['--accessible', '--from', '-'], { stdin: '{}' });
  expect(stderr).toContain('Use --from FILE.');
  expect(code).toBe(2);
});

test('what a file has in another form is there to be kept with Enter', async () => {
  const file = join(stateHome, 'customer.json');
  writeFileSync(file, '{"name": "Ada", "locale": "de", "tags": "vip, new", "company": 5}');
  await using program = start(['--sandbox', '--from', file]);
  const skipped = ['Phone', 'First seen', 'Source', 'Locale', 'Created from', 'Integration ID', 'Notes'];
  await answer(program, ['Company:', ''], ...skipped.map((label) => [`${label}:`, ''] as const));
  await answer(program, ['Tag 3:', ''], ['Attribute 1:', ''], ['Number:', '']);
  expect(program.output).toMatch(/Company: 5\r?\n/u);
  expect(program.output).toMatch(/Tags: vip, new\r?\n/u);
});
