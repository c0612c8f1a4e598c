import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { decodeInput, type InputEvent, initialDecoder } from '../input/decode-input.ts';
import { holdPaste, noGuess, releasePaste, startKeyboard } from './keyboard.ts';

/** A keyboard, and what came of it. */
function listen() {
  const input = Object.assign(new PassThrough(), {
    modes: [] as boolean[],
    setRawMode(mode: boolean) {
      this.modes.push(mode);
    },
  });
  const output = new PassThrough({ encoding: 'utf8' });
  const events: InputEvent[] = [];
  const next = { happened: () => {} };
  const keyboard = startKeyboard({
    input,
    output,
    onEvents: (more) => {
      events.push(...more);
      next.happened();
    },
  });
  const happens = () => new Promise<void>((done) => Object.assign(next, { happened: done }));
  return { input, output, events, keyboard, happens };
}

test('a letter whose bytes come one by one is one letter', () => {
  const { input, events } = listen();
  for (const byte of Buffer.from('é漢😀')) input.emit('data', Buffer.from([byte]));
  expect(events.map((event) => (event.kind === 'text' ? event.text : event.kind))).toEqual(['é', '漢', '😀']);
});

test('a lone escape is the Escape key after a moment', async () => {
  const { input, events, happens } = listen();
  const happened = happens();
  input.emit('data', Buffer.from('\u001b'));
  expect(events).toEqual([]);
  await happened;
  expect(events).toEqual([{ kind: 'key', name: 'escape' }]);
});

test('Ctrl+C is heard a moment later in a paste whose end never comes', async () => {
  const { input, events, happens } = listen();
  const happened = happens();
  input.emit('data', Buffer.from('\u001b[200~abc'));
  input.emit('data', Buffer.from('\u0003'));
  await happened;
  expect(events.at(-1)).toEqual({ kind: 'key', name: 'ctrl+c' });
});

test('stopping gives back what starting took', () => {
  const { input, output, events, keyboard } = listen();
  keyboard.stop();
  expect(output.read()).toBe('\u001b[?2004h\u001b[?2004l');
  expect(input.modes).toEqual([true, false]);
  input.emit('data', Buffer.from('late'));
  expect(events).toEqual([]);
});

test('a paste of many chunks that is not announced is one paste, and a key right behind it is heard', () => {
  const { input, events } = listen();
  const lines = 'one\ttwo\r'.repeat(1000);
  for (let at = 0; at < lines.length; at += 1000) input.emit('data', Buffer.from(lines.slice(at, at + 1000)));
  input.emit('data', Buffer.from('\u0003'));
  expect(events).toEqual([
    { kind: 'paste', text: lines.replaceAll('\r', '\n').slice(0, -1) },
    { kind: 'key', name: 'ctrl+c' },
  ]);
});

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
