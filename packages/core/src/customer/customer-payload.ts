import type { CustomerFieldRow } from './customer-fields.ts';

/** A tag as it travels. `color` is any CSS colour. */
export interface Tag {
  readonly name: string;
  readonly color?: string;
}

/** What a custom attribute can hold; a date travels as a string of UNIX seconds. */
export type CustomDataValue = string | number | boolean;

/** A custom attribute as it travels. */
export interface CustomDataEntry {
  readonly property: string;
  readonly value: CustomDataValue;
}

interface PayloadValues {
  readonly text: string;
  readonly email: string;
  readonly date: string;
  readonly url: string;
  readonly locale: string;
  readonly 'long-text': string;
  readonly tags: readonly Tag[];
  readonly 'custom-data': readonly CustomDataEntry[];
}

/** The request body of "Create customer", exactly as it goes over the wire. No field is required (documented). */
export type CreateCustomerPayload = {
  readonly [Field in CustomerFieldRow as Field['key']]?: PayloadValues[Field['kind']];
};
