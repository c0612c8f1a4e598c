import { expect, test } from 'vitest';
import { type Grammar, readArguments, wantsJson } from './arguments.ts';
import { createFlags, sharedFlags } from './flags.ts';

const create: Grammar = { flags: createFlags };
const names = ['create', 'login', 'status', 'history', 'completion'];

const history: Grammar = {
  flags: [sharedFlags.json, sharedFlags.help],
  actions: [
    { name: 'list', isDefault: true, summary: '' },
    { name: 'show', operand: 'ID', summary: '' },
    { name: 'forget', operand: 'ID…', summary: '' },
  ],
};

const shells: Grammar = {
  flags: [],
  actions: [
    { name: 'bash', summary: '' },
    { name: 'fish', summary: '' },
  ],
};

function messageOf(argv: readonly string[], grammar = create): string {
  const reading = readArguments(argv, grammar, grammar === create ? names : []);
  if (reading.ok) throw new Error('nothing is wrong with it');
  return reading.message;
}

test.each([
  ['--emial', 'Unknown option --emial. Did you mean --email?'],
  ['--userId', 'Unknown option --userId. Did you mean --user-id?'],
  ['--user_id=7', 'Unknown option --user_id. Did you mean --user-id?'],
  ['--custom', 'Unknown option --custom. Did you mean --custom-data?'],
  ['--tags', 'Unknown option --tags. Did you mean --tag?'],
  ['--dryrun', 'Unknown option --dryrun. Did you mean --dry-run?'],
  ['--nickname', 'Unknown option --nickname.'],
  ['-x', 'Unknown option -x.'],
])('readArguments: %s names the option that was meant, where one is near', (word, message) => {
  expect(messageOf([word])).toBe(message);
});

test.each(['--api-key', '--key=abc', '--token', '--bearer'])(
  'readArguments: %s says where a key belongs',
  (word) => {
    expect(messageOf([word, 'the-key-itself'])).toBe(
      'No option takes an API key. Set HELPCRUNCH_API_KEY, or keep the key with the login command.',
    );
  },
);

test('readArguments: a value that starts with a dash cannot be taken for an option', () => {
  expect(messageOf(['--phone', '-5'])).toBe(
    'The text after --phone starts with a dash. If it is the value, write --phone=-5.',
  );
  expect(messageOf(['--name', '--json'])).toBe('--name needs a value, but --json follows it.');
  expect(readArguments(['--phone=-5'], create)).toMatchObject({ ok: true });
  expect(readArguments(['--from', '-'], create)).toMatchObject({ ok: true });
});

test('readArguments: a text too long for a number is not repeated', () => {
  expect(messageOf(['--notes', '-the-key-itself-which-is-long'])).not.toContain('the-key');
});

test('readArguments: an option without its value says what it takes', () => {
  expect(messageOf(['--from'])).toBe('--from needs a value: --from FILE|-.');
  expect(messageOf(['--from', ''])).toBe('--from needs a value: --from FILE|-.');
  expect(messageOf(['--sandbox='])).toBe('--sandbox= needs a value: --sandbox=URL.');
  expect(readArguments(['--name', ''], create)).toMatchObject({ ok: true });
});

test('readArguments: a switch takes no value', () => {
  expect(messageOf(['--yes=no'])).toBe('--yes takes no value.');
});

test('readArguments: an option with one value is not given twice', () => {
  expect(messageOf(['--name', 'Ada', '--name', 'Grace'])).toBe('--name is given twice. Give it once.');
});

test('readArguments: lists and switches can be repeated', () => {
  const reading = readArguments(['--tag', 'vip', '--tag', 'beta', '--json', '--json'], create);
  expect(reading).toMatchObject({ ok: true, args: { values: { tag: ['vip', 'beta'], json: true } } });
});

test.each([
  ['logn', 'Unknown command "logn". Did you mean login?'],
  ['import', 'Unknown command "import".'],
])('readArguments: the first word %s is an unknown command', (word, message) => {
  expect(messageOf([word])).toBe(message);
});

test('readArguments: a word after the options is not ignored', () => {
  expect(messageOf(['--name', 'Ada', 'Lovelace'])).toBe(
    'Unexpected argument "Lovelace". Put a value that has spaces in quotes: --name "Ada Lovelace".',
  );
});

test('readArguments: a command comes first', () => {
  expect(messageOf(['--sandbox', 'status'])).toBe('"status" is a command. Put it before all options.');
});

test('readArguments: help is help, whatever else is wrong', () => {
  expect(readArguments(['--emial', '--help'], create)).toMatchObject({
    ok: true,
    args: { values: { help: true } },
  });
  expect(readArguments(['nonsense', '-h'], history)).toMatchObject({ ok: true });
});

test.each([
  [[], 'list', []],
  [['list', '--json'], 'list', []],
  [['show', 'a'], 'show', ['a']],
  [['forget', 'a', 'b'], 'forget', ['a', 'b']],
])('readArguments: %j is the action %s', (argv, action, operands) => {
  expect(readArguments(argv, history)).toMatchObject({ ok: true, args: { action, operands } });
});

test.each([
  [['shwo'], 'Unknown action "shwo". Did you mean show?'],
  [['show'], 'show needs ID: show ID.'],
  [['forget'], 'forget needs ID: forget ID….'],
  [['show', 'a', 'b'], 'Unexpected argument "b".'],
  [['list', 'x'], 'Unexpected argument "x".'],
  [['--nonsense'], 'Unknown option --nonsense.'],
])('readArguments: %j does not fit the actions', (argv, message) => {
  expect(messageOf(argv, history)).toBe(message);
});

test('readArguments: an action without a default has to be named', () => {
  expect(messageOf([], shells)).toBe('Add one of: bash, fish.');
  expect(messageOf(['bush'], shells)).toBe('Unknown action "bush". Did you mean bash?');
  expect(readArguments(['fish'], shells)).toMatchObject({ ok: true, args: { action: 'fish' } });
});

test.each([[['--json=true']], [['--json=1', '--emial']], [['--yes=no', '--json']], [['--name', '--json']]])(
  'wantsJson: %j asks for the object, though it is bad usage',
  (argv) => {
    expect([wantsJson(argv), readArguments(argv, create).ok]).toEqual([true, false]);
  },
);
