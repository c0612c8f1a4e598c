import type { CustomerFieldRow } from './fields.ts';

/** A tag in a request. `color` is any CSS color. */
export interface Tag {
  readonly name: string;
  readonly color?: string;
}

/** The value of a custom attribute; a date is a string of UNIX seconds. */
export type CustomDataValue = string | number | boolean;

/** A custom attribute in a request. */
export interface CustomDataEntry {
  readonly property: string;
  readonly value: CustomDataValue;
}

/** A tag as a person has written it so far. */
export type TagDraft = Partial<Tag>;

/** A custom attribute as a person has written it so far, in the form of a request. */
export type CustomDataEntryDraft = Partial<CustomDataEntry>;

/** Custom data as a map of property to value, or as the list that a request has. */
export type CustomDataDraft = Readonly<Record<string, CustomDataValue>> | readonly CustomDataEntryDraft[];

/** What each kind of field holds in a draft, where it is not text. */
interface DraftValues {
  /** ISO text, or UNIX seconds as digits or as a number. */
  readonly date: string | number;
  readonly tags: readonly TagDraft[];
  readonly 'custom-data': CustomDataDraft;
}

/** What each kind of field holds in a request, where it is not text. */
interface PayloadValues {
  readonly tags: readonly Tag[];
  readonly 'custom-data': readonly CustomDataEntry[];
}

type ValueOf<Values, Kind> = Kind extends keyof Values ? Values[Kind] : string;

/** What a person has written: everything optional, human forms allowed, not yet validated. */
export type CustomerDraft = {
  readonly [Field in CustomerFieldRow as Field['key']]?: ValueOf<DraftValues, Field['kind']>;
};

/** The request body of "Create customer", exactly as it is sent. No field is required (documented). */
export type CreateCustomerPayload = {
  readonly [Field in CustomerFieldRow as Field['key']]?: ValueOf<PayloadValues, Field['kind']>;
};

export function isCustomDataList(customData: CustomDataDraft): customData is readonly CustomDataEntryDraft[] {
  return Array.isArray(customData);
}
