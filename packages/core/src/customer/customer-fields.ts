import { company } from './fields/company.ts';
import { createdFrom } from './fields/created-from.ts';
import { customData } from './fields/custom-data.ts';
import { email } from './fields/email.ts';
import { firstSeen } from './fields/first-seen.ts';
import { integrationId } from './fields/integration-id.ts';
import { locale } from './fields/locale.ts';
import { name } from './fields/name.ts';
import { notes } from './fields/notes.ts';
import { phone } from './fields/phone.ts';
import { source } from './fields/source.ts';
import { tags } from './fields/tags.ts';
import { userId } from './fields/user-id.ts';

/** Every field that "Create customer" takes, in the order in which a person is asked. */
export const customerFields = [
  name,
  email,
  userId,
  company,
  phone,
  firstSeen,
  source,
  locale,
  createdFrom,
  integrationId,
  notes,
  tags,
  customData,
] as const;

export type CustomerFieldRow = (typeof customerFields)[number];
export type CustomerFieldKey = CustomerFieldRow['key'];

/** The row of a key, or `undefined` for a key that no field has. */
export function customerField(key: string): CustomerFieldRow | undefined {
  return customerFields.find((field) => field.key === key);
}
