import type { TextPiece } from './text-piece.ts';

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
