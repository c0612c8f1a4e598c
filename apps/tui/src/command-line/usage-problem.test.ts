import { expect, test } from 'vitest';
import { readCommandLine } from './read-command-line.ts';

function problemOf(...argv: readonly string[]): string {
  const reading = readCommandLine(argv);
  if (reading.ok) throw new Error('nothing is wrong with it');
  return reading.problem;
}

test.each([
  ['--emial', '--emial is no option; did you mean --email?'],
  ['--userId', '--userId is no option; did you mean --user-id?'],
  ['--user_id=7', '--user_id is no option; did you mean --user-id?'],
  ['--custom', '--custom is no option; did you mean --custom-data?'],
  ['--tags', '--tags is no option; did you mean --tag?'],
  ['--dryrun', '--dryrun is no option; did you mean --dry-run?'],
  ['--nickname', '--nickname is no option.'],
  ['-x', '-x is no option.'],
])('%s names the option that was meant, where one is near', (word, problem) => {
  expect(problemOf(word)).toBe(problem);
});

test.each(['--api-key', '--key=abc', '--token', '--bearer'])('%s says where a key belongs', (word) => {
  expect(problemOf(word, 'the-key-itself')).toBe(
    'No flag takes a key: set HELPCRUNCH_API_KEY, or keep the key with the command login.',
  );
});

test('a value that begins with a dash is to be written so that it cannot be taken for an option', () => {
  expect(problemOf('--phone', '-5')).toBe(
    '--phone is followed by something with a dash in front; if that is its value, write --phone=-5.',
  );
  expect(problemOf('--name', '--json')).toBe('--name needs a value, and --json follows it.');
  expect(readCommandLine(['--phone=-5'])).toMatchObject({ ok: true });
  expect(readCommandLine(['--from', '-'])).toMatchObject({ ok: true });
});

test('a text too long for a number is not repeated', () => {
  expect(problemOf('--notes', '-the-key-itself-which-is-long')).not.toContain('the-key');
});

test('a flag without its value says what it takes', () => {
  expect(problemOf('--from')).toBe('--from needs a value: --from FILE|-.');
  expect(problemOf('--from', '')).toBe('--from needs a value: --from FILE|-.');
});

test('a switch takes no value', () => {
  expect(problemOf('--yes=no')).toBe('--yes takes no value: write it alone, or leave it out.');
});

test.each([
  ['logn', '"logn" is no command; did you mean login?'],
  ['Ada', '"Ada" belongs to no option; a value stands behind its option, as in --name "Ada Lovelace".'],
])('%s as a word of its own is not passed over', (word, problem) => {
  expect(problemOf(word)).toBe(problem);
});

test('a command comes first', () => {
  expect(problemOf('--sandbox', 'status')).toBe('status is a command: it comes first, before any option.');
});

test.each([[['--json=true']], [['--json=1', '--emial']], [['--yes=no', '--json']], [['--name', '--json']]])(
  '%j asks for the object all the same',
  (argv) => {
    expect(readCommandLine(argv)).toMatchObject({ ok: false, json: true });
  },
);
