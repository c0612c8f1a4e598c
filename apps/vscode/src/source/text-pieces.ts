/** A part of a document's text that should be JSON. Offsets are UTF-16 units in the untouched text. */
export interface TextPiece {
  readonly offset: number;
  readonly text: string;
}

/** A selection; a cursor is an empty one. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

export interface DocumentView {
  readonly text: string;
  readonly languageId: string;
  readonly selections: readonly OffsetRange[];
}

/**
 * The chosen pieces of a document: every selection, else the fenced JSON of Markdown, else the whole text when it is JSON
 * by its language or begins like JSON. Empty when nothing is JSON.
 */
export function piecesOf({ text, languageId, selections }: DocumentView): TextPiece[] {
  const selected = selectedRanges(text, selections);
  if (selected.length > 0) return selected.map((range) => selectedPiece(text, range));
  if (languageId === 'markdown') return aroundCursor(fencedJson(text), selections);
  const looksLikeJson = /^(?:json|jsonc|json5)$/.test(languageId) || /^\uFEFF?\s*[[{]/.test(text);
  return looksLikeJson ? [{ offset: 0, text }] : [];
}

/** The selections with more than white space. */
export function selectedRanges(text: string, selections: readonly OffsetRange[]): OffsetRange[] {
  return selections.filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

/** Without the comma after the last brace, which is selected with the lines of a list. */
function selectedPiece(text: string, { start, end }: OffsetRange): TextPiece {
  const selected = text.slice(start, end);
  return { offset: start, text: selected.replace(/(?<=[}\]]\s*),\s*$/, '') };
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
