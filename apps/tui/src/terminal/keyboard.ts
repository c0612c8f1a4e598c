import { StringDecoder } from 'node:string_decoder';
import { decodeInput, flushInput, type InputEvent, initialDecoder } from '../input/decode-input.ts';
import { guessPaste, noGuess, releaseGuess } from '../input/guess-paste.ts';

/** A terminal to read keys from. */
export interface KeySource extends NodeJS.ReadableStream {
  setRawMode?(mode: boolean): unknown;
}

export interface KeyboardOptions {
  readonly input: KeySource;
  /** Where the switches for bracketed paste are written. */
  readonly output: NodeJS.WritableStream;
  readonly onEvents: (events: readonly InputEvent[]) => void;
}

/**
 * How long the rest of an escape sequence may take before a lone escape counts as the key, and how soon after an Enter
 * more text shows that both were pasted; in milliseconds.
 */
const patience = 30;

/** Reads keys until it is stopped; stopping gives the terminal back as it was. */
export function startKeyboard({ input, output, onEvents }: KeyboardOptions): { stop: () => void } {
  const utf8 = new StringDecoder('utf8');
  let decoder = initialDecoder;
  let guess = noGuess;
  let timer: NodeJS.Timeout | undefined;

  const emit = (events: readonly InputEvent[]) => {
    if (events.length > 0) onEvents(events);
  };
  const onQuiet = () => {
    const flushed = flushInput(decoder);
    decoder = flushed.state;
    const released = releaseGuess(guess);
    guess = released.guess;
    emit([...released.events, ...flushed.events]);
  };
  const onData = (chunk: Buffer | string) => {
    clearTimeout(timer);
    const decoded = decodeInput(decoder, typeof chunk === 'string' ? chunk : utf8.write(chunk));
    decoder = decoded.state;
    const guessed = guessPaste(guess, decoded.events);
    guess = guessed.guess;
    emit(guessed.events);
    const waits = decoder.pending !== '' || decoder.paste !== undefined || guess.held.length > 0;
    if (waits) timer = setTimeout(onQuiet, patience);
  };

  input.setRawMode?.(true);
  output.write('\u001b[?2004h');
  input.on('data', onData);
  input.resume();
  return {
    stop() {
      clearTimeout(timer);
      input.off('data', onData);
      input.pause();
      output.write('\u001b[?2004l');
      input.setRawMode?.(false);
    },
  };
}
