import type { CompletionItem } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import type { CompletionPlace } from './completion-place.ts';
import type { SeenWords } from './seen-words.ts';

/** Something to write, before it is put in its place: `text` is JSON. */
export interface Offered extends Omit<CompletionItem, 'textEdit'> {
  readonly text: string;
}

/** Offers what can be written at a place, if it is one for it. */
export type Offer = (place: CompletionPlace, seen: SeenWords, analysis: Analysis) => readonly Offered[];
