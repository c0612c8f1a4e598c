import { expect, test } from 'vitest';
import type { InputEvent } from './decode-input.ts';
import { guessPaste, noGuess, releaseGuess } from './guess-paste.ts';

const enter: InputEvent = { kind: 'key', name: 'enter' };

function text(text: string): InputEvent {
  return { kind: 'text', text };
}

test('text, Enter and text in one go are a paste, and submit nothing', () => {
  const { guess, events } = guessPaste(noGuess, [text('one'), enter, text('two'), enter]);
  expect({ guess, events }).toEqual({ guess: noGuess, events: [{ kind: 'paste', text: 'one\ntwo' }] });
});

test('a line with its Enter waits for a moment, and is what it seems when nothing follows', () => {
  const held = guessPaste(noGuess, [text('Ada'), enter]);
  expect(held.events).toEqual([]);
  expect(releaseGuess(held.guess)).toEqual({ guess: noGuess, events: [text('Ada'), enter] });
});

test('what follows at once makes a paste of both', () => {
  const held = guessPaste(noGuess, [text('one'), enter]);
  expect(guessPaste(held.guess, [text('two')]).events).toEqual([{ kind: 'paste', text: 'one\ntwo' }]);
});

test.each([
  ['typing', [text('Ada')]],
  ['an Enter of its own', [enter]],
  ['an Enter before text', [enter, text('Ada')]],
  ['any other key', [text('a'), { kind: 'key', name: 'left' }, enter]],
  ['an announced paste', [{ kind: 'paste', text: 'one\ntwo' }]],
] as [string, InputEvent[]][])('%s goes through as it is', (_name, events) => {
  expect(guessPaste(noGuess, events)).toEqual({ guess: noGuess, events });
});
