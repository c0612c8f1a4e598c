import { stripControls } from '../text/printable.ts';
import type { Intent, LineEdit } from './intent.ts';

/** How many steps can be undone. */
const longestPast = 100;

type Edit = (line: Line) => Line;

const edits: Readonly<Record<LineEdit, Edit>> = {
  left: (line) => moveTo(line, previousGrapheme(line.text, line.caret)),
  right: (line) => moveTo(line, nextGrapheme(line.text, line.caret)),
  wordLeft: (line) => moveTo(line, previousWord(line.text, line.caret)),
  wordRight: (line) => moveTo(line, nextWord(line.text, line.caret)),
  lineStart: (line) => moveTo(line, startOf(line)),
  lineEnd: (line) => moveTo(line, endOf(line)),
  backspace: (line) => remove(line, previousGrapheme(line.text, line.caret), line.caret),
  delete: (line) => remove(line, line.caret, nextGrapheme(line.text, line.caret)),
  cutWord: (line) => cut(line, previousWord(line.text, line.caret), line.caret),
  cutNextWord: (line) => cut(line, line.caret, nextWord(line.text, line.caret)),
  cutToStart: (line) => cut(line, startOf(line), line.caret),
  cutToEnd: (line) => cut(line, line.caret, endOf(line)),
  putBack: (line) => insert(line, line.cut),
  undo: (line) => travel(line, line.past, line.future, 'back'),
  redo: (line) => travel(line, line.past, line.future, 'forth'),
};

/** Edits a line; `undefined` when the intent means nothing to a line. Pure. */
export function editLine(line: Line, intent: Intent, options: { readonly lines: boolean }): Line | undefined {
  switch (intent.kind) {
    case 'text':
      return type(line, cleanInput(intent.text, options).text);
    case 'paste':
      return insert(line, cleanInput(intent.text, options).text);
    case 'write':
      return replaceLine(line, cleanInput(intent.text, options).text);
    case 'new-line':
      return options.lines ? insert(line, '\n') : undefined;
    case 'edit':
      return edits[intent.edit](line);
    default:
      return undefined;
  }
}

/** Where the line of the text starts that has the caret. */
function startOf({ text, caret }: LineMoment): number {
  return caret === 0 ? 0 : text.lastIndexOf('\n', caret - 1) + 1;
}

function endOf({ text, caret }: LineMoment): number {
  const end = text.indexOf('\n', caret);
  return end === -1 ? text.length : end;
}

/** The line with another text in place of its own; undo brings it back. */
export function replaceLine(line: Line, text: string): Line {
  return text === line.text ? line : change(line, text, text.length);
}

export function moveTo(line: Line, caret: number): Line {
  return { ...line, caret, typing: false };
}

/** Types letter by letter, so that it does not matter in how many pieces the letters came. */
function type(line: Line, text: string): Line {
  if (text === '') return line;
  const isAtEnd = line.caret === line.text.length;
  const typed = (isAtEnd ? [text] : [...text]).reduce(insert, line);
  return { ...typed, past: line.typing ? line.past : withMoment(line), typing: true };
}

function insert(line: Line, text: string): Line {
  if (text === '') return line;
  return change(
    line,
    line.text.slice(0, line.caret) + text + line.text.slice(line.caret),
    line.caret + text.length,
  );
}

function remove(line: Line, from: number, to: number): Line {
  return from === to ? line : change(line, line.text.slice(0, from) + line.text.slice(to), from);
}

function cut(line: Line, from: number, to: number): Line {
  return from === to ? line : { ...remove(line, from, to), cut: line.text.slice(from, to) };
}

function change(line: Line, text: string, caret: number): Line {
  // What now stands beside the caret may have become one letter with what is before it.
  const settled = graphemeEnd(text, caret);
  return { ...line, text, caret: settled, past: withMoment(line), future: [], typing: false };
}

function withMoment(line: Line): Line['past'] {
  return [...line.past, momentOf(line)].slice(-longestPast);
}

function momentOf({ text, caret }: Line): LineMoment {
  return { text, caret };
}

/** One step through what the line has been: undo takes it from the past, redo from what was undone. */
function travel(
  line: Line,
  past: readonly LineMoment[],
  future: readonly LineMoment[],
  way: 'back' | 'forth',
): Line {
  const moment = (way === 'back' ? past : future).at(-1);
  if (!moment) return line;
  return way === 'back'
    ? { ...line, ...moment, past: past.slice(0, -1), future: [...future, momentOf(line)], typing: false }
    : { ...line, ...moment, past: [...past, momentOf(line)], future: future.slice(0, -1), typing: false };
}

/** Text that came in, and whether something was taken out of it. */
export interface CleanInput {
  readonly text: string;
  readonly stripped: boolean;
}

/**
 * Takes out of typed or pasted text what no customer should hold; see `stripControls`. Line breaks stay where lines
 * are wanted, and become blanks elsewhere.
 */
export function cleanInput(text: string, { lines }: { readonly lines: boolean }): CleanInput {
  // Splitting takes a fifth of the time of `replaceAll` where a paste has millions of tabs or lines.
  const unified = text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\t')
    .join(' ');
  const laidOut = lines ? unified : unified.split(/\n+/).join(' ');
  const clean = stripControls(laidOut);
  return { text: clean, stripped: clean !== laidOut };
}

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
function previousGrapheme(text: string, caret: number): number {
  return caret <= 0 ? 0 : graphemeStart(text, caret - 1);
}

function nextGrapheme(text: string, caret: number): number {
  return caret >= text.length ? text.length : graphemeEnd(text, caret + 1);
}

/** The start of the word before the caret, as Alt+B and Ctrl+W find it. */
function previousWord(text: string, caret: number): number {
  const segments = wordsOf(text);
  for (let offset = caret; offset > 0; ) {
    const word = segments.containing(offset - 1);
    offset = word?.index ?? 0;
    if (word?.isWordLike) return graphemeStart(text, offset);
  }
  return 0;
}

/** The end of the word after the caret, as Alt+F and Alt+D find it. */
function nextWord(text: string, caret: number): number {
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
function graphemeEnd(text: string, offset: number): number {
  const grapheme = graphemesOf(text).containing(offset);
  if (!grapheme || grapheme.index === offset) return offset;
  return grapheme.index + grapheme.segment.length;
}
