import type { ValueKind } from './value-kind.ts';

/** Something that was read otherwise than it stands there, or left out: a closed union, worded by `readingSentence`. */
export type ReadingNote =
  /** A tag's ending looks like a colour and is none; `suggestion` is the tag as it was most likely meant. */
  | { readonly kind: 'no-color'; readonly name: string; readonly suggestion: string | undefined }
  /** Of an ending in several words only the last was a colour: `vip dark red`. */
  | {
      readonly kind: 'part-of-color';
      readonly name: string;
      readonly color: string;
      readonly suggestion: string;
    }
  | { readonly kind: 'blanks-joined'; readonly name: string }
  | { readonly kind: 'several-tags'; readonly names: readonly string[] }
  /** A custom value was taken for something other than text; `sent` is what travels. */
  | {
      readonly kind: 'value-kind';
      readonly property: string;
      readonly text: string;
      readonly valueKind: ValueKind;
      readonly sent: string;
    }
  | { readonly kind: 'no-value'; readonly property: string }
  | { readonly kind: 'empty-field'; readonly label: string }
  | { readonly kind: 'date-phrase'; readonly text: string; readonly seconds: number }
  | {
      readonly kind: 'language-name';
      readonly text: string;
      readonly code: string;
    };
