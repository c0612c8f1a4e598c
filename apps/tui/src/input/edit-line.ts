import { cleanInput } from './clean-input.ts';
import type { InputEvent } from './input-event.ts';
import { type Line, nextGrapheme, nextWord, previousGrapheme, previousWord } from './line.ts';

/** How many steps can be undone. */
const longestPast = 100;

type Edit = (line: Line) => Line;

/** What each key does to a line, by the names of readline. */
const edits: Readonly<Record<string, Edit>> = {
  left: (line) => moveTo(line, previousGrapheme(line.text, line.caret)),
  right: (line) => moveTo(line, nextGrapheme(line.text, line.caret)),
  'ctrl+b': (line) => moveTo(line, previousGrapheme(line.text, line.caret)),
  'ctrl+f': (line) => moveTo(line, nextGrapheme(line.text, line.caret)),
  home: (line) => moveTo(line, 0),
  end: (line) => moveTo(line, line.text.length),
  'ctrl+a': (line) => moveTo(line, 0),
  'ctrl+e': (line) => moveTo(line, line.text.length),
  'alt+b': (line) => moveTo(line, previousWord(line.text, line.caret)),
  'alt+f': (line) => moveTo(line, nextWord(line.text, line.caret)),
  'ctrl+left': (line) => moveTo(line, previousWord(line.text, line.caret)),
  'ctrl+right': (line) => moveTo(line, nextWord(line.text, line.caret)),
  'alt+left': (line) => moveTo(line, previousWord(line.text, line.caret)),
  'alt+right': (line) => moveTo(line, nextWord(line.text, line.caret)),
  backspace: (line) => remove(line, previousGrapheme(line.text, line.caret), line.caret),
  delete: (line) => remove(line, line.caret, nextGrapheme(line.text, line.caret)),
  'ctrl+d': (line) => remove(line, line.caret, nextGrapheme(line.text, line.caret)),
  'ctrl+w': (line) => cut(line, previousWord(line.text, line.caret), line.caret),
  'alt+backspace': (line) => cut(line, previousWord(line.text, line.caret), line.caret),
  'alt+d': (line) => cut(line, line.caret, nextWord(line.text, line.caret)),
  'ctrl+u': (line) => cut(line, 0, line.caret),
  'ctrl+k': (line) => cut(line, line.caret, line.text.length),
  'ctrl+y': (line) => insert(line, line.cut),
  'ctrl+_': undo,
};

/** Edits a line by one event; `undefined` when the event means nothing to a line. Pure. */
export function editLine(
  line: Line,
  event: InputEvent,
  options: { readonly lines: boolean },
): Line | undefined {
  switch (event.kind) {
    case 'text':
    case 'paste':
      return insert(line, cleanInput(event.text, options).text);
    case 'key':
      if (event.name === 'alt+enter' && options.lines) return insert(line, '\n');
      return Object.hasOwn(edits, event.name) ? edits[event.name]?.(line) : undefined;
    default: {
      const unreachable: never = event;
      return unreachable;
    }
  }
}

function moveTo(line: Line, caret: number): Line {
  return { ...line, caret };
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
  const moment = { text: line.text, caret: line.caret };
  return { ...line, text, caret, past: [...line.past, moment].slice(-longestPast) };
}

function undo(line: Line): Line {
  const last = line.past.at(-1);
  return last ? { ...line, ...last, past: line.past.slice(0, -1) } : line;
}
