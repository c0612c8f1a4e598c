import type { CustomerFieldRow } from './customer-fields.ts';
import type { CustomDataValue } from './customer-payload.ts';

/** A tag as a person has it so far. */
export interface TagDraft {
  readonly name?: string;
  readonly color?: string;
}

/** A custom attribute as a person has it so far, in the wire's list form. */
export interface CustomDataEntryDraft {
  readonly property?: string;
  readonly value?: CustomDataValue;
}

/** Custom data as a map of property to value, or as the wire's list. */
export type CustomDataDraft = Readonly<Record<string, CustomDataValue>> | readonly CustomDataEntryDraft[];

interface DraftValues {
  readonly text: string;
  readonly email: string;
  /** ISO text, or UNIX seconds as digits or as a number. */
  readonly date: string | number;
  readonly url: string;
  readonly locale: string;
  readonly 'long-text': string;
  readonly tags: readonly TagDraft[];
  readonly 'custom-data': CustomDataDraft;
}

/** What a person has: everything optional, human forms allowed, not yet judged. */
export type CustomerDraft = {
  readonly [Field in CustomerFieldRow as Field['key']]?: DraftValues[Field['kind']];
};

export function isCustomDataList(customData: CustomDataDraft): customData is readonly CustomDataEntryDraft[] {
  return Array.isArray(customData);
}
