import { cleanInput } from './clean-input.ts';
import type { Intent, LineEdit } from './intent.ts';
import {
  graphemeEnd,
  type Line,
  type LineMoment,
  nextGrapheme,
  nextWord,
  previousGrapheme,
  previousWord,
} from './line.ts';

/** How many steps can be undone. */
const longestPast = 100;

type Edit = (line: Line) => Line;

const edits: Readonly<Record<LineEdit, Edit>> = {
  left: (line) => moveTo(line, previousGrapheme(line.text, line.caret)),
  right: (line) => moveTo(line, nextGrapheme(line.text, line.caret)),
  wordLeft: (line) => moveTo(line, previousWord(line.text, line.caret)),
  wordRight: (line) => moveTo(line, nextWord(line.text, line.caret)),
  lineStart: (line) => moveTo(line, 0),
  lineEnd: (line) => moveTo(line, line.text.length),
  backspace: (line) => remove(line, previousGrapheme(line.text, line.caret), line.caret),
  delete: (line) => remove(line, line.caret, nextGrapheme(line.text, line.caret)),
  cutWord: (line) => cut(line, previousWord(line.text, line.caret), line.caret),
  cutNextWord: (line) => cut(line, line.caret, nextWord(line.text, line.caret)),
  cutToStart: (line) => cut(line, 0, line.caret),
  cutToEnd: (line) => cut(line, line.caret, line.text.length),
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

/** The line with another text in place of its own; undo brings it back. */
export function replaceLine(line: Line, text: string): Line {
  return text === line.text ? line : change(line, text, text.length);
}

function moveTo(line: Line, caret: number): Line {
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
