import { StringDecoder } from 'node:string_decoder';
import {
  type DecoderState,
  decodeInput,
  flushInput,
  type InputEvent,
  initialDecoder,
} from '../input/decode-input.ts';

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

/** What is held back for a moment: more may follow, and then it is a paste. */
export interface PasteGuess {
  readonly text: string;
}

export const noGuess: PasteGuess = { text: '' };

/** No person types so much between two chunks, in characters. */
const minPasteLength = 1000;

/**
 * Finds a paste where the terminal does not announce one: an Enter with text before **and** behind it in one go, or so
 * too soon after for typing; or more text than anyone types. A line with its Enter alone is held back, too. `undefined`
 * when the chunk has keys, and is decoded. Looks only at the new chunk, since a paste comes in a thousand of them.
 */
export function holdPaste(guess: PasteGuess, decoder: DecoderState, chunk: string): PasteGuess | undefined {
  const isMidway = decoder.pending !== '' || decoder.paste !== undefined;
  if (isMidway || (decoder.returned && chunk.startsWith('\n'))) return undefined;
  const isLong = isLongPaste(guess) || chunk.length >= minPasteLength;
  // A short tab is the key.
  if ((isLong ? /[^\P{Cc}\t\r\n]/u : /[^\P{Cc}\r\n]/u).test(chunk)) return undefined;
  const isStart = isLong || /^[^\r\n]+[\r\n]/.test(chunk);
  return guess.text !== '' || isStart ? { text: guess.text + chunk } : undefined;
}

/** True once it can be nothing but a paste. */
function isLongPaste({ text }: PasteGuess): boolean {
  return text.length >= minPasteLength;
}

/** What was held back, as a paste when it is one. Lines become one paste and submit nothing. */
export function releasePaste(guess: PasteGuess, decoder: DecoderState): ReturnType<typeof decodeInput> {
  const { text } = guess;
  const lines = text.replaceAll(/\r\n?/g, '\n');
  const end = endOfText(lines);
  const isOneLine = !lines.slice(0, end).includes('\n');
  if (isOneLine && !isLongPaste(guess)) return decodeInput(decoder, text);
  const paste: InputEvent = { kind: 'paste', text: lines.slice(0, end) };
  if (!isOneLine) return { state: decoder, events: [paste] };
  const enters = decodeInput(decoder, lines.slice(end));
  return { state: enters.state, events: end === 0 ? enters.events : [paste, ...enters.events] };
}

/** By hand: `/\n+$/` takes quadratic time on many lines that are empty. */
function endOfText(lines: string): number {
  let end = lines.length;
  while (lines[end - 1] === '\n') end -= 1;
  return end;
}
