import type { CustomDataEntryDraft, TagDraft } from '@helpcrunch-customer-kit/core';
import type { Line } from '../input/line.ts';

/** A field being edited: one line, or a list of items with a line for the next one. A closed union. */
export type Editor =
  | { readonly kind: 'line'; readonly line: Line; readonly lines: boolean }
  | { readonly kind: 'tags'; readonly items: readonly TagDraft[]; readonly line: Line }
  | { readonly kind: 'entries'; readonly items: readonly CustomDataEntryDraft[]; readonly line: Line };
