import { expect, test } from 'vitest';
import { decodeInput, type InputEvent, initialDecoder } from './decode-input.ts';
import { holdPaste, noGuess, releasePaste } from './guess-paste.ts';

const enter: InputEvent = { kind: 'key', name: 'enter' };
const long = 'abc '.repeat(500);

function text(text: string): InputEvent {
  return { kind: 'text', text };
}

function paste(text: string): InputEvent {
  return { kind: 'paste', text };
}

/** What comes of chunks that follow each other at once; `undefined` when one of them is not held back. */
function held(...chunks: readonly string[]): readonly InputEvent[] | undefined {
  let guess = noGuess;
  for (const chunk of chunks) {
    const next = holdPaste(guess, initialDecoder, chunk);
    if (!next) return undefined;
    guess = next;
  }
  return releasePaste(guess, initialDecoder).events;
}

test.each([
  ['text, Enter and text', ['one\rtwo\r'], [paste('one\ntwo')]],
  ['what follows a line at once', ['one\r', 'two'], [paste('one\ntwo')]],
  ['lines that are cut at their ends', ['one\rtwo\r', '\rthree', '\r'], [paste('one\ntwo\n\nthree')]],
  ['CRLF that is cut', ['one\r', '\ntwo'], [paste('one\ntwo')]],
  ['a line with its Enter', ['Ada\r'], [text('Ada'), enter]],
  ['a line with two Enters', ['Ada\r', '\r'], [text('Ada'), enter, enter]],
  ['more than anyone types', [long], [paste(long)]],
  ['a long line with its Enter', [long, '\r'], [paste(long), enter]],
  ['tabs in a long text', [`a\tb${long}`, '\tc', '\n', 'd'], [paste(`a\tb${long}\tc\nd`)]],
  ['Enter, held down', ['\r'.repeat(2000)], Array.from({ length: 2000 }, () => enter)],
])('holdPaste: %s', (_name, chunks, events) => {
  expect(held(...chunks)).toEqual(events);
});

test.each([
  ['typing', 'Ada'],
  ['an Enter of its own', '\r'],
  ['an Enter before text', '\rAda'],
  ['a tab behind text', 'Ada\t'],
  ['any other key', 'a\u001b[D\r'],
  ['Ctrl+C', `${long}\u0003`],
  ['an announced paste', '\u001b[200~one\rtwo\u001b[201~'],
])('holdPaste: %s is decoded at once', (_name, chunk) => {
  expect(holdPaste(noGuess, initialDecoder, chunk)).toBeUndefined();
});

test('holdPaste: nothing is held back inside an announced paste or a key that is cut', () => {
  for (const start of ['\u001b[200~one', '\u001b[', 'x\r']) {
    const { state } = decodeInput(initialDecoder, start);
    expect(holdPaste(noGuess, state, `\n${long}`)).toBeUndefined();
  }
});
