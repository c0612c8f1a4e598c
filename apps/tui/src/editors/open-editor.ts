import {
  type CustomDataDraft,
  type CustomDataEntryDraft,
  type CustomerDraft,
  type CustomerFieldRow,
  isCustomDataList,
} from '@helpcrunch-customer-kit/core';
import { lineOf } from '../input/line.ts';
import type { Editor } from './editor.ts';

/** The line of a list that nothing was done with yet. */
const emptyLine = { line: lineOf(''), place: undefined, chosen: undefined, before: undefined };

/** An editor that holds what a draft has of a field. */
export function openEditor(field: CustomerFieldRow, draft: CustomerDraft): Editor {
  switch (field.kind) {
    case 'tags':
      return { kind: 'tags', items: draft.tags ?? [], ...emptyLine };
    case 'custom-data':
      return {
        kind: 'entries',
        items: toEntries(draft.customData ?? []),
        ...emptyLine,
        valueKind: undefined,
      };
    case 'date':
      return { kind: 'date', line: lineOf(String(draft.firstSeen ?? '')) };
    case 'locale':
      return { kind: 'locale', line: lineOf(draft.locale ?? ''), selected: 0 };
    default:
      return { kind: 'line', line: lineOf(draft[field.key] ?? ''), lines: field.kind === 'long-text' };
  }
}

function toEntries(customData: CustomDataDraft): readonly CustomDataEntryDraft[] {
  if (isCustomDataList(customData)) return customData;
  return Object.entries(customData).map(([property, value]) => ({ property, value }));
}
