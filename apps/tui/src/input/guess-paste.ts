import type { InputEvent } from './decode-input.ts';

/** A line and its Enter that came in one go, held back for a moment: more may follow, and then it is a paste. */
export interface PasteGuess {
  readonly held: readonly InputEvent[];
}

export const noGuess: PasteGuess = { held: [] };

interface Guessed {
  readonly guess: PasteGuess;
  readonly events: readonly InputEvent[];
}

/**
 * Finds a paste where the terminal does not announce one: an Enter with text before **and** behind it in one go, or so
 * too soon after for typing. Lines then become one paste and submit nothing. A line with its Enter alone is held
 * back; `releaseGuess` lets it go when nothing follows.
 */
export function guessPaste({ held }: PasteGuess, incoming: readonly InputEvent[]): Guessed {
  const events = [...held, ...incoming];
  if (!events.every(isTextOrEnter)) return { guess: noGuess, events };
  const firstEnter = events.findIndex(isEnter);
  const hasTextBefore = firstEnter > 0;
  const hasTextBehind = firstEnter !== -1 && events.slice(firstEnter).some((event) => !isEnter(event));
  if (hasTextBefore && hasTextBehind) {
    const text = events.map((event) => (event.kind === 'text' ? event.text : '\n')).join('');
    return { guess: noGuess, events: [{ kind: 'paste', text: text.replace(/\n+$/, '') }] };
  }
  return hasTextBefore ? { guess: { held: events }, events: [] } : { guess: noGuess, events };
}

export function releaseGuess({ held }: PasteGuess): Guessed {
  return { guess: noGuess, events: held };
}

function isEnter(event: InputEvent): boolean {
  return event.kind === 'key' && event.name === 'enter';
}

function isTextOrEnter(event: InputEvent): boolean {
  return event.kind === 'text' || isEnter(event);
}
