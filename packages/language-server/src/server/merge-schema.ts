import { type CompletionItem, type Hover, MarkupContent } from 'vscode-languageserver-types';

/** Our offers, and those of the schema that are not among them. */
export function mergeCompletions(
  own: readonly CompletionItem[],
  ofSchema: readonly CompletionItem[],
): CompletionItem[] {
  const texts = new Set(own.map(writtenBy));
  return [...own, ...ofSchema.filter((item) => !texts.has(writtenBy(item)))];
}

function writtenBy({ textEdit, insertText, label }: CompletionItem): string {
  return textEdit?.newText ?? insertText ?? label;
}

/** Our hover above that of the schema, which may be there and say nothing. */
export function mergeHovers(own: Hover | undefined, ofSchema: Hover | undefined): Hover | undefined {
  const speaking = [own, ofSchema]
    .filter((hover) => hover !== undefined)
    .filter((hover) => markdownOf(hover));
  const [first] = speaking;
  if (!first) return undefined;
  const value = speaking.map(markdownOf).join('\n\n---\n\n');
  return { ...first, contents: { kind: 'markdown', value } };
}

function markdownOf({ contents }: Hover): string {
  if (MarkupContent.is(contents)) return contents.value;
  const marked = Array.isArray(contents) ? contents : [contents];
  return marked.map((part) => (typeof part === 'string' ? part : part.value)).join('\n\n');
}
