import stringWidth from 'string-width';
import { printable } from '../../text/printable.ts';
import type { HistoryLine } from '../../wizard/wizard-state.ts';
import { fit, hang, prompt } from '../layout.ts';
import {
  columnsBefore,
  frameWidth,
  gutterWidth,
  type InputView,
  inputHeight,
  type KeyHider,
  lineWidth,
  type Size,
  type Tone,
  type View,
  type ViewLine,
} from '../view.ts';

/** Where the real cursor stands, in cells from the upper left of what is drawn. */
export interface Cursor {
  readonly x: number;
  readonly y: number;
}

/** The real cursor stands at the caret, or on the chosen row: input methods, braille lines and magnifiers follow it. */
export function cursorOf({ lead = [], body, selected, input, hasGap }: View): Cursor {
  const top = (hasGap ? 2 : 1) + lead.length;
  // While the person moves among the rows above a line, the caret is not in the line.
  if (selected !== undefined || !input) return { x: gutterWidth, y: top + (selected ?? 0) };
  return { x: gutterWidth + input.column, y: top + body.length + (input.box?.row ?? 0) };
}

/** The parts of the first row: the title, and at the right end the account. */
export function headerOf(view: Pick<View, 'title' | 'aside' | 'account'>, width: number) {
  const { title, aside = '' } = view;
  const account: string = view.account ?? '';
  const room = Math.min(width, 80) - 2;
  // The title matters most, then the last part of how far it is.
  const asideRoom = room - 4 - account.length - stringWidth(title);
  const parts = aside.split(' · ');
  while (parts.length > 0 && parts.join(' · ').length > asideRoom) parts.shift();
  const progress = parts.join(' · ');
  const before = progress === '' || account === '' ? progress : `${progress} · `;
  const taken = before.length + account.length;
  const shown = fit(title, taken === 0 ? room : room - taken - 1);
  const space = taken === 0 ? 0 : Math.max(1, room - stringWidth(shown) - taken);
  return { title: shown, space: ' '.repeat(space), aside: before, account };
}

/** How wide each row is as it is drawn, from the header down; none is wider than `width`. */
export function rowWidths(view: View, width: number): number[] {
  const { lead = [], body, selected, input, notes, keys, hasGap } = view;
  const { title, space, aside, account } = headerOf(view, width);
  const pointer = selected === undefined ? 0 : 2;
  const inside = [
    ...lead.map(({ text }) => stringWidth(text)),
    ...body.map((line) => (line.text === '' ? 0 : pointer) + columnsBefore(line) + stringWidth(line.text)),
    ...inputRows(input).map((text) => prompt.length + stringWidth(text)),
    ...[...notes.map(({ text }) => text), keys]
      .filter((text) => text !== '')
      .map((text) => stringWidth(text)),
  ];
  return [
    ...(hasGap ? [0] : []),
    2 + stringWidth(title) + space.length + aside.length + account.length,
    ...inside.map((cells) => Math.min(gutterWidth + cells, width)),
  ];
}

/** What the input shows, a row each. */
function inputRows(input: InputView | undefined): readonly string[] {
  if (!input) return [];
  return input.box?.rows.with(0, input.text || input.placeholder) ?? [input.text || input.placeholder];
}

/** A view in as many rows as there are, and without a key. */
export function drawnView(view: View, size: Size, keys: KeyHider): View {
  return fitView(withoutKeys(view, keys), size);
}

/** Keys are hidden before a text is wrapped or cut; in the line that is edited each character keeps its cell. */
function withoutKeys(view: View, { hide, mask }: KeyHider): View {
  const inLines = (lines: readonly ViewLine[]) => lines.map((line) => ({ ...line, text: hide(line.text) }));
  return {
    ...view,
    title: printable(hide(view.title)),
    history: view.history.map((line) => hiddenLine(line, hide)),
    ...(view.lead ? { lead: inLines(view.lead) } : {}),
    body: inLines(view.body),
    ...(view.input ? { input: maskedInput(view.input, mask) } : {}),
    notes: inLines(view.notes),
  };
}

function maskedInput(input: InputView, mask: KeyHider['mask']): InputView {
  const { box } = input;
  return {
    ...input,
    text: mask(input.text),
    ...(box ? { box: { ...box, rows: box.rows.map(mask) } } : {}),
  };
}

/** Each line of the history is drawn once, and looked at once. */
const hiddenLines = new WeakMap<HistoryLine, HistoryLine>();

function hiddenLine(line: HistoryLine, hide: (text: string) => string): HistoryLine {
  const hidden = hiddenLines.get(line) ?? {
    ...line,
    text: hide(line.text),
    ...(line.label === undefined ? {} : { label: hide(line.label) }),
  };
  hiddenLines.set(line, hidden);
  return hidden;
}

/** With fewer rows, there are no hints. */
const roomForHints = 10;
/** Below so many rows the block follows the record without a blank row. */
const roomForGap = 16;

/**
 * The view in as many rows as there are, one kept free: what is as high as the terminal cannot be redrawn without
 * clearing all that was printed before. Notes are laid out in rows; those that find no room are cut, and that is shown.
 */
function fitView(view: View, size: Size): View {
  const width = lineWidth(size);
  const keys = size.rows < roomForHints ? '' : fitHints(view.keys, frameWidth(size) - gutterWidth);
  const hasGap = size.rows >= roomForGap && view.history.length > 0;
  const taken = (hasGap ? 2 : 1) + view.body.length + inputHeight(view) + (keys === '' ? 0 : 1);
  const room = Math.max(1, size.rows - 1 - taken);
  const lead = cut(rowsOf(view.lead ?? [], width), room, width);
  const notes = cut(rowsOf(view.notes, width), room - lead.length, width);
  return { ...view, ...(view.lead ? { lead } : {}), notes, keys, hasGap };
}

/** As many hints as there is room for, whole; how to leave goes last. */
function fitHints(keys: string, width: number): string {
  const hints = keys.split(' · ');
  while (hints.length > 1 && stringWidth(hints.join(' · ')) > width) {
    const last = hints.findLastIndex((hint) => !/^(?:Esc|Ctrl\+C) /.test(hint));
    hints.splice(last === -1 ? hints.length - 1 : last, 1);
  }
  return fit(hints.join(' · '), width);
}

/** What stands before a sentence: color only repeats it. */
const signs: Readonly<Partial<Record<Tone, string>>> = { error: '✗', advice: '!' };

/** Sentences in rows, each behind its sign: its own, as an arrow is, or that of what it means. */
function rowsOf(lines: readonly ViewLine[], width: number): readonly ViewLine[] {
  return lines.flatMap(({ text, tone }) => {
    const [, arrow, sentence = ''] = /^(→)? *(.*)$/su.exec(printable(text)) ?? [];
    const sign = signs[tone] ?? arrow;
    return hang(sentence, width, sign).map((row): ViewLine => ({ text: row, tone }));
  });
}

function cut(rows: readonly ViewLine[], room: number, width: number): readonly ViewLine[] {
  if (rows.length <= room) return rows;
  return rows
    .slice(0, room)
    .map((row, index) => (index === room - 1 ? { ...row, text: fit(`${row.text} …`, width) } : row));
}
