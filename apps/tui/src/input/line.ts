/** A line of text being edited. Offsets count UTF-16 units and always stand between graphemes. */
export interface Line {
  readonly text: string;
  readonly caret: number;
  /** What was last cut out, for yanking. */
  readonly cut: string;
  /** Earlier states of text and caret, the newest last. */
  readonly past: readonly LineMoment[];
}

export interface LineMoment {
  readonly text: string;
  readonly caret: number;
}

export function lineOf(text: string): Line {
  return { text, caret: text.length, cut: '', past: [] };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The offset one grapheme before: an emoji of several code points is one step. */
export function previousGrapheme(text: string, caret: number): number {
  return lastStart(graphemes.segment(text.slice(0, caret)), 0);
}

export function nextGrapheme(text: string, caret: number): number {
  const [first] = graphemes.segment(text.slice(caret));
  return caret + (first?.segment.length ?? 0);
}

/** The start of the word before the caret, as Alt+B and Ctrl+W find it. */
export function previousWord(text: string, caret: number): number {
  return lastStart(
    [...words.segment(text.slice(0, caret))].filter(({ isWordLike }) => isWordLike),
    0,
  );
}

/** The end of the word after the caret, as Alt+F and Alt+D find it. */
export function nextWord(text: string, caret: number): number {
  const word = [...words.segment(text.slice(caret))].find(({ isWordLike }) => isWordLike);
  return word ? caret + word.index + word.segment.length : text.length;
}

function lastStart(segments: Iterable<{ readonly index: number }>, otherwise: number): number {
  return [...segments].at(-1)?.index ?? otherwise;
}
