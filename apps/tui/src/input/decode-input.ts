/**
 * One action of the user: typed text, pasted text, or a key without text. `name` is the chord as people
 * write it: `enter`, `shift+tab`, `ctrl+a`, `alt+b`.
 */
export type InputEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'key'; readonly name: string };

/** What a decoder remembers between two chunks. */
export interface DecoderState {
  /** The start of a sequence whose rest has not come yet. */
  readonly pending: string;
  /** What was pasted so far, while a bracketed paste is open. */
  readonly paste: string | undefined;
  /** The end of that paste, which may have the start of its closing sequence. */
  readonly tail: string;
  /** The last thing was a carriage return: a line feed right behind it is the same Enter. */
  readonly returned: boolean;
}

export const initialDecoder: DecoderState = { pending: '', paste: undefined, tail: '', returned: false };

interface Decoded {
  readonly state: DecoderState;
  readonly events: readonly InputEvent[];
}

const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';
const interrupt = '\u0003';

/**
 * Decodes what a terminal sends, chunk by chunk: a chunk may hold several keys, and a key may be split over two chunks.
 * The same bytes give the same events however they are cut, but for runs of text, which may come in pieces.
 */
export function decodeInput(state: DecoderState, chunk: string): Decoded {
  const events: InputEvent[] = [];
  let rest = state.pending + chunk;
  let { paste, tail, returned } = state;
  while (rest !== '') {
    if (paste !== undefined) {
      // Only what is new is searched, or a paste of megabytes would take quadratic time.
      const searched = tail + rest;
      const end = searched.indexOf(pasteEnd);
      if (end === -1) {
        tail = searched.slice(1 - pasteEnd.length);
        return { state: { pending: '', paste: paste + rest, tail, returned }, events };
      }
      events.push({ kind: 'paste', text: (paste + rest).slice(0, paste.length - tail.length + end) });
      rest = searched.slice(end + pasteEnd.length);
      [paste, tail] = [undefined, ''];
    } else if (rest.startsWith(pasteStart)) {
      rest = rest.slice(pasteStart.length);
      paste = '';
    } else {
      const token = nextToken(rest);
      if (token === undefined) return { state: { pending: rest, paste, tail, returned }, events };
      const event = returned && token === '\n' ? undefined : toEvent(token);
      if (event) events.push(event);
      returned = token.endsWith('\r');
      rest = rest.slice(token.length);
    }
  }
  return { state: { pending: '', paste, tail, returned }, events };
}

/**
 * What is pending when nothing more came for a while: a lone escape is the Escape key. The start of a longer sequence
 * waits on, or on a slow line its rest would turn into letters. A paste waits on for its end, too; but a person who presses
 * Ctrl+C in one whose end got lost is heard.
 */
export function flushInput(state: DecoderState): Decoded {
  // The tail is its end: looking at the whole of a paste of megabytes after each pause would copy it.
  if (state.paste !== undefined && state.tail.endsWith(interrupt)) {
    const text = state.paste.slice(0, -interrupt.length);
    return {
      state: { ...state, paste: undefined, tail: '' },
      events: [
        { kind: 'paste', text },
        { kind: 'key', name: 'ctrl+c' },
      ],
    };
  }
  if (!/^\u001b+$/u.test(state.pending)) return { state, events: [] };
  const events = [...state.pending].map((): InputEvent => ({ kind: 'key', name: 'escape' }));
  return { state: { ...state, pending: '' }, events };
}

/** Text up to the next control character, or one control, or one whole escape sequence; `undefined` when cut short. */
function nextToken(text: string): string | undefined {
  if (!text.startsWith('\u001b')) return firstOf(text, /^(?:\P{Cc}+|\p{Cc})/u);
  // Some terminals send Alt with an arrow as a second escape before the arrow's own.
  if (/^\u001b\u001b?(?:$|\[\[?[0-?]*[ -/]*$|O$)/u.test(text)) return undefined;
  return firstOf(text, /^\u001b(?:\u001b?(?:\[\[?[0-?]*[ -/]*[@-~]|O[ -~])|[^\u001b])|^\u001b/u);
}

function firstOf(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[0] ?? text.charAt(0);
}

function toEvent(token: string): InputEvent | undefined {
  if (!/^\p{Cc}/u.test(token)) return { kind: 'text', text: token };
  const name = sequenceName(token);
  return name === undefined ? undefined : { kind: 'key', name };
}

const controls: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007f': 'backspace',
  '\u001b': 'escape',
  '\u001f': 'ctrl+_',
  '\u0000': 'ctrl+space',
  // The keypad's Enter; without the O it would be a mouse's report.
  '\u001bOM': 'enter',
};

/** The final byte of CSI and SS3 sequences (ECMA-48, xterm). */
const letters: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'shift+tab',
  P: 'f1',
};

/** The number before a tilde (VT220). */
const numbers: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
  11: 'f1',
};

/** The name of a control character or an escape sequence; `undefined` for one that means nothing here. */
function sequenceName(sequence: string): string | undefined {
  const control = controls[sequence];
  if (control !== undefined) return control;
  if (sequence.startsWith('\u001b\u001b')) return withAlt(sequenceName(sequence.slice(1)));
  if (sequence.length === 1) return `ctrl+${String.fromCharCode(sequence.charCodeAt(0) + 96)}`;
  const csi = /^\u001b(?:\[|O)(?<number>\d*)(?:;(?<modifier>\d+))?(?<final>[A-Za-z~])$/u.exec(
    sequence,
  )?.groups;
  if (csi)
    return withModifier(
      csi['modifier'],
      csi['final'] === '~' ? numbers[csi['number'] ?? ''] : letters[csi['final'] ?? ''],
    );
  const character = sequence.slice(1);
  if ([...character].length !== 1) return undefined;
  return withAlt(/\p{Cc}/u.test(character) ? sequenceName(character) : character);
}

/** xterm adds 1 to a set of bits: 1 for Shift, 2 for Alt, 4 for Ctrl. */
function withModifier(modifier: string | undefined, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const bits = Number(modifier ?? 1) - 1;
  return `${bits & 4 ? 'ctrl+' : ''}${bits & 2 ? 'alt+' : ''}${bits & 1 ? 'shift+' : ''}${name}`;
}

function withAlt(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `alt+${name}`;
}
