import { expect, test } from 'vitest';
import { createConversation, type LineReader } from './conversation.ts';

/** A person whose answers are known beforehand, and everything that they are told. */
function personSaying(...answers: readonly string[]) {
  const lines = [...answers];
  const next = async () => lines.shift();
  const reader: LineReader = { next, nextHidden: next, isEchoed: true, close() {} };
  let printed = '';
  const output = {
    write(text: string) {
      printed += text;
      return true;
    },
  };
  const talk = createConversation({ reader, output, hide: (text) => text.replaceAll('secret', '[hidden]') });
  return { talk, printed: () => printed };
}

test('an answer is taken as it was written', async () => {
  const { talk } = personSaying(' Ada ');
  expect(await talk.ask('Name: ', [])).toEqual({ kind: 'text', text: ' Ada ' });
});

test('a question mark helps and asks again', async () => {
  const { talk, printed } = personSaying('?', 'Ada');
  expect(await talk.ask('Name: ', ['Who is it?'])).toEqual({ kind: 'text', text: 'Ada' });
  expect(printed()).toMatch(/^Name: Who is it\?\n.*\nName: $/);
});

test('< goes back, and the end of the input ends', async () => {
  const { talk } = personSaying('<');
  expect(await talk.ask('Name: ', [])).toEqual({ kind: 'back' });
  expect(await talk.ask('Name: ', [])).toEqual({ kind: 'end' });
});

test('a sign behind a backslash is the sign itself', async () => {
  const { talk } = personSaying('\\?', '\\<', '\\-', 'C:\\-');
  const texts = [];
  for (let turn = 0; turn < 4; turn += 1) texts.push(await talk.ask('', []));
  expect(texts.map((answer) => answer.kind === 'text' && answer.text)).toEqual(['?', '<', '-', 'C:\\-']);
});

test('control characters in an answer are left out, and that is reported', async () => {
  const { talk, printed } = personSaying('A\u001b[31mda\u202e');
  expect(await talk.ask('Name: ', [])).toEqual({ kind: 'text', text: 'Ada' });
  expect(printed()).toContain('Control characters were removed.');
});

test('a number chooses, and Enter alone takes the usual choice', async () => {
  const { talk } = personSaying('2', '');
  expect(await talk.choose(['one', 'two'], 0)).toEqual({ kind: 'chosen', index: 1 });
  expect(await talk.choose(['one', 'two'], 0)).toEqual({ kind: 'chosen', index: 0 });
});

test('choose: of a list that was listed before it repeats what changed and what Enter takes, and ? lists all', async () => {
  const { talk, printed } = personSaying('?', '3');
  expect(await talk.choose(['one', 'TWO', 'three'], 0, ['one', 'two', 'three'])).toEqual({
    kind: 'chosen',
    index: 2,
  });
  const [first, second] = printed().split('Number, or Enter for 1: ');
  expect(first).toBe('1. one\n2. TWO\nThe other numbers are as before; ? lists all.\n');
  expect(second).toContain('1. one\n2. TWO\n3. three\nType a number from 1 to 3');
});

test.each(['0', '3', '1.5', 'two', ''])('%j is not one of two choices without a default', async (text) => {
  const { talk, printed } = personSaying(text, '1');
  expect(await talk.choose(['one', 'two'])).toEqual({ kind: 'chosen', index: 0 });
  expect(printed()).toContain('Enter a number from 1 to 2.');
});

test('what is reported holds neither a key nor anything that steers a terminal', () => {
  const { talk, printed } = personSaying();
  talk.say('the secret \u001b[2Jof it');
  expect(printed()).toBe('the [hidden] of it\n');
});

test('untilBack: < leaves a wait, any other line does not, and the end of the input lets it go on', async () => {
  const over = new AbortController();
  expect(await personSaying('x', '<').talk.untilBack(over.signal)).toBe(true);
  const waiting = personSaying('x').talk.untilBack(over.signal);
  over.abort();
  expect(await waiting).toBe(false);
});

test('untilQuiet: what was written before a question can be read is dropped', async () => {
  const { talk } = personSaying('1', '1');
  await talk.untilQuiet(1);
  expect(await talk.ask('', [])).toEqual({ kind: 'end' });
});
