import { issueMessage, readJsonText, readLooseText } from '@helpcrunch-customer-kit/core';
import { type OffsetRange, type TextPiece, touchedCustomers } from './touched-customers.ts';

export interface DocumentView {
  readonly text: string;
  readonly languageId: string;
  readonly selections: readonly OffsetRange[];
}

/** What was chosen in a document. */
export interface ChosenText {
  readonly pieces: readonly TextPiece[];
  /** Expressions in customers that are not among the pieces for that reason. */
  readonly computed: readonly TextPiece[];
  /** Selections without a customer. */
  readonly unread: readonly TextPiece[];
}

/**
 * The chosen pieces of a document: what every selection touches, else the fenced JSON of Markdown, else the whole text when
 * it is JSON by its language or begins like JSON, else the object at the cursor.
 */
export function chosenText({ text, languageId, selections }: DocumentView): ChosenText {
  const selected = selectedRanges(text, selections);
  if (selected.length > 0) return merge(selected.map((range) => selectedText(text, range)));
  const whole = { offset: 0, text };
  if (/^(?:json|jsonc|json5)$/.test(languageId)) return ofPieces([whole]);
  const fenced = languageId === 'markdown' ? aroundCursor(fencedJson(text), selections) : [];
  if (fenced.length > 0) return readable(fenced);
  const beginsLikeJson = /^\uFEFF?\s*[[{]/.test(text);
  if (beginsLikeJson && isCustomerText(text)) return ofPieces([whole]);
  const touched = merge(selections.map((cursor) => ({ ...touchedCustomers(text, cursor), unread: [] })));
  return beginsLikeJson && touched.pieces.length === 0 ? { ...touched, unread: [whole] } : touched;
}

/** What is not JSON in a document that need not be JSON gets a message, and no diagnostic. */
function readable(pieces: readonly TextPiece[]): ChosenText {
  const isRead = ({ text }: TextPiece) => isCustomerText(text);
  return { pieces: pieces.filter(isRead), computed: [], unread: pieces.filter((piece) => !isRead(piece)) };
}

function ofPieces(pieces: readonly TextPiece[]): ChosenText {
  return { pieces, computed: [], unread: [] };
}

/** Two selections in one customer are one. */
function merge(texts: readonly ChosenText[]): ChosenText {
  const unique = (pieces: readonly TextPiece[]) => [
    ...new Map(pieces.map((piece) => [piece.offset, piece])).values(),
  ];
  return {
    pieces: unique(texts.flatMap(({ pieces }) => pieces)),
    computed: unique(texts.flatMap(({ computed }) => computed)),
    unread: texts.flatMap(({ unread }) => unread),
  };
}

/** The selections with more than white space. */
function selectedRanges(text: string, selections: readonly OffsetRange[]): OffsetRange[] {
  return selections.filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

/** An object or a list that is selected from its beginning to its end is meant, else the customers that are touched. */
function selectedText(text: string, range: OffsetRange): ChosenText {
  const piece = withoutComma(text, range);
  if (isCustomerText(piece.text)) return ofPieces([piece]);
  const touched = touchedCustomers(text, range);
  const isRead = touched.pieces.length > 0 || touched.computed.length > 0;
  return { ...touched, unread: isRead ? [] : [piece] };
}

function isCustomerText(text: string): boolean {
  return typeof (readLooseText(text).value ?? undefined) === 'object';
}

/** Without the comma or semicolon after the last brace, which is selected with the lines of a list. */
function withoutComma(text: string, { start, end }: OffsetRange): TextPiece {
  const selected = text.slice(start, end);
  return { offset: start, text: selected.replace(/(?<=[}\]]\s*)[,;]\s*$/, '') };
}

function aroundCursor(pieces: readonly TextPiece[], selections: readonly OffsetRange[]): TextPiece[] {
  const around = pieces.filter(({ offset, text }) =>
    selections.some(({ start }) => start >= offset && start <= offset + text.length),
  );
  return [...(around.length > 0 ? around : pieces)];
}

const fence = /^[ \t]*(?<mark>`{3,}|~{3,})[ \t]*(?<info>[^\r\n]*)(?:\r?\n|$)/;

/** The JSON code blocks of a Markdown text, without their fences: those called json, jsonc or json5. */
export function fencedJson(markdown: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let open: { readonly mark: string; readonly isJson: boolean; readonly start: number } | undefined;
  let offset = 0;
  for (const line of markdown.split(/(?<=\n)/)) {
    const groups = fence.exec(line)?.groups;
    const mark = groups?.['mark'] ?? '';
    const info = groups?.['info']?.trim() ?? '';
    if (!open && mark) {
      open = { mark, isJson: /^\{?\.?(?:jsonc?|json5)\b/i.test(info), start: offset + line.length };
    } else if (open && mark.startsWith(open.mark) && info === '') {
      if (open.isJson) pieces.push({ offset: open.start, text: markdown.slice(open.start, offset) });
      open = undefined;
    }
    offset += line.length;
  }
  if (open?.isJson) pieces.push({ offset: open.start, text: markdown.slice(open.start) });
  return pieces;
}

/** A place in a document as editors count it, from 0. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** The longest part of an expression that a message repeats. */
const maxExpressionLength = 40;

/** Why something that was chosen is not sent; `undefined` when all of it could be read. */
export function unreadMessage(
  { computed, unread }: Pick<ChosenText, 'computed' | 'unread'>,
  positionAt: (offset: number) => Position,
): string | undefined {
  const [expression] = computed;
  const [piece] = unread;
  if (expression) {
    const shown = expression.text.replaceAll(/\s+/g, ' ').slice(0, maxExpressionLength);
    return `Not sent: ${at(positionAt(expression.offset))}, the value of ${shown} is computed. Create takes only plain values.`;
  }
  return piece && pieceMessage(piece, positionAt);
}

function pieceMessage({ offset, text }: TextPiece, positionAt: (offset: number) => Position): string {
  const start = offset + text.search(/\S/);
  const [issue] = /^\s*[[{]/.test(text) ? readJsonText(text).issues : [];
  if (issue?.code === 'not-json') {
    return `Not sent: ${at(positionAt(offset + issue.offset))}. ${issueMessage(issue)}`;
  }
  return `Not sent: no customer in the selection (${at(positionAt(start))}). Select an object such as { "name": "Ada" }.`;
}

function at({ line, character }: Position): string {
  return `line ${line + 1}, column ${character + 1}`;
}
