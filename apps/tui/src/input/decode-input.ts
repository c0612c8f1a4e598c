import type { InputEvent } from './input-event.ts';
import { sequenceName } from './sequence-name.ts';

/** What a decoder remembers between two chunks. */
export interface DecoderState {
  /** The start of a sequence whose rest has not come yet. */
  readonly pending: string;
  /** What was pasted so far, while a bracketed paste is open. */
  readonly paste: string | undefined;
}

export const initialDecoder: DecoderState = { pending: '', paste: undefined };

interface Decoded {
  readonly state: DecoderState;
  readonly events: readonly InputEvent[];
}

const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';

/**
 * Decodes what a terminal sends, chunk by chunk: a chunk may hold several keys, and a key may be split over two chunks.
 * The same bytes give the same events however they are cut, but for runs of text, which may come in pieces.
 */
export function decodeInput(state: DecoderState, chunk: string): Decoded {
  const events: InputEvent[] = [];
  let rest = state.pending + chunk;
  let paste = state.paste;
  while (rest !== '') {
    if (paste !== undefined) {
      const end = (paste + rest).indexOf(pasteEnd);
      if (end === -1) return { state: { pending: '', paste: paste + rest }, events };
      events.push({ kind: 'paste', text: (paste + rest).slice(0, end) });
      rest = (paste + rest).slice(end + pasteEnd.length);
      paste = undefined;
    } else if (rest.startsWith(pasteStart)) {
      rest = rest.slice(pasteStart.length);
      paste = '';
    } else {
      const token = nextToken(rest);
      if (token === undefined) return { state: { pending: rest, paste }, events };
      const event = toEvent(token);
      if (event) events.push(event);
      rest = rest.slice(token.length);
    }
  }
  return { state: { pending: '', paste }, events };
}

/** What is pending when nothing more came for a while: a lone escape is the Escape key. */
export function flushInput(state: DecoderState): Decoded {
  if (state.pending === '') return { state, events: [] };
  return { state: { ...state, pending: '' }, events: [{ kind: 'key', name: 'escape' }] };
}

/** Text up to the next control character, or one control, or one whole escape sequence; `undefined` when cut short. */
function nextToken(text: string): string | undefined {
  if (!text.startsWith('\u001b')) return firstOf(text, /^(?:\r\n|\P{Cc}+|\p{Cc})/u);
  if (/^\u001b(?:$|\[[0-?]*[ -/]*$|O$)/u.test(text)) return undefined;
  return firstOf(text, /^\u001b(?:\[\[?[0-?]*[ -/]*[@-~]|O[ -~]|\u001b(?=\u001b|$)|[^\u001b])|^\u001b/u);
}

function firstOf(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[0] ?? text.charAt(0);
}

function toEvent(token: string): InputEvent | undefined {
  if (!/^\p{Cc}/u.test(token)) return { kind: 'text', text: token };
  const name = sequenceName(token);
  return name === undefined ? undefined : { kind: 'key', name };
}
