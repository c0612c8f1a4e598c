import { customerFields } from '../customer/fields.ts';
import { withoutInvisible } from '../customer/invisible.ts';
import { closestWord } from '../rules/closest-word.ts';

/** What other tools call our fields, spelled without case, blanks, dashes and underscores. */
const otherNames: Readonly<Record<string, string>> = {
  fullname: 'name',
  displayname: 'name',
  mail: 'email',
  emailaddress: 'email',
  externalid: 'userId',
  customerid: 'userId',
  uid: 'userId',
  companyname: 'company',
  organization: 'company',
  organisation: 'company',
  phonenumber: 'phone',
  telephone: 'phone',
  mobile: 'phone',
  createdat: 'firstSeen',
  signedupat: 'firstSeen',
  signupdate: 'firstSeen',
  language: 'locale',
  lang: 'locale',
  note: 'notes',
  comment: 'notes',
  tag: 'tags',
  labels: 'tags',
  attributes: 'customData',
  customattributes: 'customData',
  customfields: 'customData',
  metadata: 'customData',
  landingpage: 'source',
};

/** The names of fields are plain words. */
const fieldBySpelling = new Map(customerFields.map(({ key }) => [key.toLowerCase(), key as string]));

/** The field that an unknown key most likely means: `user_id` → `userId`, `emial` → `email`, `language` → `locale`. */
export function suggestField(key: string): string | undefined {
  const spelled = spelling(key);
  const exact =
    fieldBySpelling.get(spelled) ?? (Object.hasOwn(otherNames, spelled) ? otherNames[spelled] : undefined);
  if (exact) return exact;
  // Long keys cannot be near any field: do not let hostile input buy quadratic work.
  if (spelled.length > 20) return undefined;
  const near = closestWord(spelled, fieldBySpelling.keys(), spelled.length > 5 ? 2 : 1);
  return near === undefined ? undefined : fieldBySpelling.get(near);
}

function spelling(key: string): string {
  return withoutInvisible(key)
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}
