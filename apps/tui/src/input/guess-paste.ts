import { type DecoderState, decodeInput, type InputEvent } from './decode-input.ts';

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
export function isLongPaste({ text }: PasteGuess): boolean {
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
