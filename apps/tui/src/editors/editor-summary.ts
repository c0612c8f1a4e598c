import { formatDate, locales, readDate } from '@helpcrunch-customer-kit/core';
import { resolveDate } from '../grammar/date-phrase.ts';
import { entryText } from '../grammar/entry-text.ts';
import { tagText } from '../grammar/tag-text.ts';
import { kindOfValue } from '../grammar/value-kind.ts';
import type { Editor } from './editor.ts';
import { chosenLocale } from './find-locales.ts';

/** What an editor holds, in one line. */
export function editorSummary(editor: Editor, now: number): string {
  switch (editor.kind) {
    case 'line':
      return editor.line.text.trim().replaceAll(/\s*\n\s*/g, ' ↵ ');
    case 'date':
      return dateSummary(editor.line.text.trim(), now);
    case 'locale':
      return localeSummary(chosenLocale(editor.line.text, editor.selected));
    case 'tags':
      return editor.items.map(tagText).join(', ');
    case 'entries':
      return editor.items.map((entry) => `${entryText(entry)} (${kindOfValue(entry.value)})`).join(', ');
    default: {
      const unreachable: never = editor;
      return unreachable;
    }
  }
}

function dateSummary(text: string, now: number): string {
  const reading = readDate(resolveDate(text, now));
  if (text === '' || reading.kind !== 'seconds') return text;
  return `${text} (${formatDate(reading.seconds)})`;
}

function localeSummary(code: string): string {
  const name = locales.find((locale) => locale.code === code.trim())?.name;
  return name === undefined ? code : `${code} (${name})`;
}
