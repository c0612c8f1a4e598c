import { StringDecoder } from 'node:string_decoder';
import { decodeInput, flushInput, initialDecoder } from '../input/decode-input.ts';
import type { InputEvent } from '../input/input-event.ts';

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

/** How long the rest of an escape sequence may take before a lone escape counts as the key, in milliseconds. */
const escapeWait = 30;

/** Reads keys until it is stopped; stopping gives the terminal back as it was. */
export function startKeyboard({ input, output, onEvents }: KeyboardOptions): { stop: () => void } {
  const utf8 = new StringDecoder('utf8');
  let decoder = initialDecoder;
  let timer: NodeJS.Timeout | undefined;

  const take = (decoded: ReturnType<typeof decodeInput>) => {
    decoder = decoded.state;
    if (decoded.events.length > 0) onEvents(decoded.events);
  };
  const onData = (chunk: Buffer | string) => {
    clearTimeout(timer);
    take(decodeInput(decoder, typeof chunk === 'string' ? chunk : utf8.write(chunk)));
    if (decoder.pending !== '') timer = setTimeout(() => take(flushInput(decoder)), escapeWait);
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
