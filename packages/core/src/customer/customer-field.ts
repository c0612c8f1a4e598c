import type { JsonValue } from './json-value.ts';

/** How a field is written, judged and edited. */
export type FieldKind = 'text' | 'email' | 'date' | 'url' | 'locale' | 'long-text' | 'tags' | 'custom-data';

/** `documented`: HelpCrunch's own pages. `seen`: public clients of the API. `guess`: nowhere stated. */
export type Certainty = 'documented' | 'seen' | 'guess';

/** One thing known about a field, and how sure it is. */
export interface FieldFact {
  readonly says: string;
  readonly certainty: Certainty;
}

/** What an entry of a list is made of. */
export interface FieldPart {
  readonly key: string;
  readonly help: string;
  readonly example: JsonValue;
}

/**
 * One field of a customer, the single source of everything the kit says about it: types, wizard order, JSON Schema,
 * hover text, flags and docs/fields.md are made from these rows.
 */
export interface CustomerField {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** One sentence: what to write here. */
  readonly help: string;
  /** A value that is right, as a person may write it. */
  readonly example: JsonValue;
  readonly facts: readonly FieldFact[];
  /** For fields that are lists. */
  readonly parts?: readonly FieldPart[];
}
