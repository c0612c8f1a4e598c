/** A line of text being edited. Offsets count UTF-16 units and always stand between graphemes. */
export interface Line {
  readonly text: string;
  readonly caret: number;
  /** What was last cut out, for yanking. */
  readonly cut: string;
  /** Earlier states of text and caret, the newest last. */
  readonly past: readonly LineMoment[];
  /** The last thing was typing: what is typed next is undone together with it. */
  readonly typing: boolean;
  /** What was undone, the newest last. */
  readonly future: readonly LineMoment[];
}

export interface LineMoment {
  readonly text: string;
  readonly caret: number;
}

export function lineOf(text: string): Line {
  return { text, caret: text.length, cut: '', past: [], future: [], typing: false };
}

let graphemeSegmenter: Intl.Segmenter | undefined;
let wordSegmenter: Intl.Segmenter | undefined;

/** The characters of a text as people see them. The segmenter is made when it is first needed. */
export function graphemesOf(text: string): Intl.Segments {
  graphemeSegmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemeSegmenter.segment(text);
}

function wordsOf(text: string): Intl.Segments {
  wordSegmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return wordSegmenter.segment(text);
}

/** The offset one grapheme before: an emoji of several code points is one step. */
export function previousGrapheme(text: string, caret: number): number {
  return caret <= 0 ? 0 : graphemeStart(text, caret - 1);
}

export function nextGrapheme(text: string, caret: number): number {
  return caret >= text.length ? text.length : graphemeEnd(text, caret + 1);
}

/** The start of the word before the caret, as Alt+B and Ctrl+W find it. */
export function previousWord(text: string, caret: number): number {
  const segments = wordsOf(text);
  for (let offset = caret; offset > 0; ) {
    const word = segments.containing(offset - 1);
    offset = word?.index ?? 0;
    if (word?.isWordLike) return graphemeStart(text, offset);
  }
  return 0;
}

/** The end of the word after the caret, as Alt+F and Alt+D find it. */
export function nextWord(text: string, caret: number): number {
  const segments = wordsOf(text);
  for (let offset = caret; offset < text.length; ) {
    const word = segments.containing(offset);
    offset = word ? word.index + word.segment.length : text.length;
    if (word?.isWordLike) return graphemeEnd(text, offset);
  }
  return text.length;
}

/** The offset itself where it stands between graphemes, or else the start of the one that it is in. */
function graphemeStart(text: string, offset: number): number {
  return graphemesOf(text).containing(offset)?.index ?? offset;
}

/** The offset itself where it stands between graphemes, or else the end of the one that it is in. */
export function graphemeEnd(text: string, offset: number): number {
  const grapheme = graphemesOf(text).containing(offset);
  if (!grapheme || grapheme.index === offset) return offset;
  return grapheme.index + grapheme.segment.length;
}
