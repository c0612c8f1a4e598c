import { StringDecoder } from 'node:string_decoder';
import { decodeInput, flushInput, type InputEvent, initialDecoder } from '../input/decode-input.ts';
import { holdPaste, isLongPaste, noGuess, releasePaste } from '../input/guess-paste.ts';

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

/** How long the rest of a paste that was not announced may take: over a network it comes in gusts. In milliseconds. */
const pastePatience = 100;

/** Reads keys until it is stopped; stopping gives the terminal back as it was. */
export function startKeyboard({ input, output, onEvents }: KeyboardOptions): { stop: () => void } {
  const utf8 = new StringDecoder('utf8');
  let decoder = initialDecoder;
  let guess = noGuess;
  let timer: NodeJS.Timeout | undefined;

  const emit = (events: readonly InputEvent[]) => {
    if (events.length > 0) onEvents(events);
  };
  const release = () => {
    if (guess === noGuess) return [];
    const { state, events } = releasePaste(guess, decoder);
    [guess, decoder] = [noGuess, state];
    return events;
  };
  const onQuiet = () => {
    const released = release();
    const flushed = flushInput(decoder);
    decoder = flushed.state;
    emit([...released, ...flushed.events]);
  };
  const onData = (data: Buffer | string) => {
    clearTimeout(timer);
    const chunk = typeof data === 'string' ? data : utf8.write(data);
    const held = holdPaste(guess, decoder, chunk);
    if (held) guess = held;
    else {
      const released = release();
      const decoded = decodeInput(decoder, chunk);
      decoder = decoded.state;
      emit([...released, ...decoded.events]);
    }
    const waits = decoder.pending !== '' || decoder.paste !== undefined || guess !== noGuess;
    if (waits) timer = setTimeout(onQuiet, isLongPaste(guess) ? pastePatience : patience);
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
