import type { JsonValue } from './json.ts';

/** The form of a field's value. Reading, sending, comparing and editing follow from it. */
export type FieldKind = 'text' | 'email' | 'date' | 'url' | 'locale' | 'long-text' | 'tags' | 'custom-data';

/** `documented`: on HelpCrunch's own pages. `seen`: in public clients of the API. `guess`: neither. */
export type Certainty = 'documented' | 'seen' | 'guess';

/** One known fact about a field, and its certainty. */
export interface FieldFact {
  readonly text: string;
  readonly certainty: Certainty;
}

/** One part of a list item. */
export interface FieldPart {
  readonly key: string;
  readonly help: string;
  readonly example: JsonValue;
}

/**
 * One field of a customer and its behavior. Types, reading, the request body, rules, the wizard's steps, flags, the
 * JSON Schema, hover text and docs/fields.md are derived from these rows.
 */
export interface CustomerField {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** One sentence: what to write here. */
  readonly help: string;
  /** A valid value, as a person may write it. */
  readonly example: JsonValue;
  readonly facts: readonly FieldFact[];
  /** For lists. */
  readonly parts?: readonly FieldPart[];
  /** A team recognizes a customer by any one of these fields. */
  readonly isIdentity?: true;
  /** HelpCrunch rejects a second customer with the same value. */
  readonly isUnique?: true;
  /** HelpCrunch may fill it by itself: a customer who has one that was not sent may still be the one that was. */
  readonly isFilledWhenEmpty?: true;
  /** A date on which a customer was there: one before 1995 or in the future is most likely a typo. */
  readonly isVisit?: true;
  /** Hardly any other JSON has this key: an object that has it may be a customer, whatever its file is called. */
  readonly isTelling?: true;
  /** Often kept as a number: an exact whole number is read as its digits. */
  readonly acceptsDigits?: true;
  /** A text without a digit is most likely not its value. */
  readonly needsDigits?: true;
  /** Text for people: invisible characters stay, except controls. In other texts they are errors. */
  readonly isProse?: true;
  /** The editor offers the possible values by name, so the schema gives no example. */
  readonly hasOfferedValues?: true;
}
