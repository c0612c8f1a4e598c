import type { CustomerField } from './field.ts';

/** Every field that "Create customer" takes, in the order in which people are asked. */
export const customerFields = defineFields([
  {
    key: 'name',
    kind: 'text',
    label: 'Name',
    help: 'The name that your team sees.',
    example: 'Ada Lovelace',
    isProse: true,
    isIdentity: true,
    facts: [{ text: 'A string. Always send a name, an email, or a user ID.', certainty: 'documented' }],
  },
  {
    key: 'email',
    kind: 'email',
    label: 'Email',
    help: "The customer's email address.",
    example: 'ada@example.com',
    isIdentity: true,
    isTelling: true,
    facts: [
      { text: 'Must be an email address.', certainty: 'documented' },
      {
        text: 'Not unique: sending the same address again most likely creates a second customer.',
        certainty: 'documented',
      },
    ],
  },
  {
    key: 'userId',
    kind: 'text',
    label: 'User ID',
    help: "The customer's ID in your own database or CRM.",
    example: 'user-1843',
    isIdentity: true,
    isUnique: true,
    acceptsDigits: true,
    isTelling: true,
    facts: [
      {
        text: 'Unique in the organization; HelpCrunch rejects an ID that is taken.',
        certainty: 'documented',
      },
      { text: 'A string, even when it is all digits.', certainty: 'documented' },
      { text: 'The answer for a taken ID is 400 with the code invalid_userId_value.', certainty: 'seen' },
    ],
  },
  {
    key: 'company',
    kind: 'text',
    label: 'Company',
    help: "The customer's company.",
    example: 'Analytical Engines Ltd',
    isProse: true,
    facts: [{ text: 'A string.', certainty: 'documented' }],
  },
  {
    key: 'phone',
    kind: 'text',
    label: 'Phone',
    help: 'A phone number, preferably with its country code.',
    example: '+10233456781',
    acceptsDigits: true,
    needsDigits: true,
    facts: [{ text: 'Any string; HelpCrunch does not check it.', certainty: 'documented' }],
  },
  {
    key: 'firstSeen',
    kind: 'date',
    label: 'First seen',
    help: 'When the customer first visited: a date, a date with time, or UNIX seconds.',
    example: '2020-10-28T12:49:06Z',
    isFilledWhenEmpty: true,
    isVisit: true,
    facts: [
      { text: 'Sent as a string of UNIX seconds, such as "1603885746".', certainty: 'documented' },
      { text: 'Returned as a number.', certainty: 'documented' },
    ],
  },
  {
    key: 'source',
    kind: 'url',
    label: 'Source',
    help: 'The URL of the page where the customer first landed.',
    example: 'https://example.com/pricing',
    isFilledWhenEmpty: true,
    facts: [{ text: 'A URL, as a string.', certainty: 'documented' }],
  },
  {
    key: 'locale',
    kind: 'locale',
    label: 'Locale',
    help: "The customer's language, as a two-letter ISO 639-1 code.",
    example: 'uk',
    hasOfferedValues: true,
    isFilledWhenEmpty: true,
    facts: [{ text: 'An ISO 639-1 code: two letters, no region.', certainty: 'documented' }],
  },
  {
    key: 'createdFrom',
    kind: 'text',
    label: 'Created from',
    help: 'The channel that the customer came through.',
    example: 'telegram',
    isFilledWhenEmpty: true,
    facts: [
      {
        text: 'Only "telegram" appears in the documentation; older pages show it in responses only.',
        certainty: 'documented',
      },
      { text: 'Any string is accepted.', certainty: 'guess' },
    ],
  },
  {
    key: 'integrationId',
    kind: 'text',
    label: 'Integration ID',
    help: "The customer's ID in that channel.",
    example: '465847687',
    acceptsDigits: true,
    facts: [
      { text: 'A string.', certainty: 'documented' },
      { text: "Probably the person's ID in that messenger.", certainty: 'guess' },
    ],
  },
  {
    key: 'notes',
    kind: 'long-text',
    label: 'Notes',
    help: 'Anything your team should know. Several lines are fine.',
    example: 'Prefers email over phone.',
    isProse: true,
    facts: [
      { text: 'A string.', certainty: 'documented' },
      { text: 'Text over 255 characters has been rejected.', certainty: 'seen' },
    ],
  },
  {
    key: 'tags',
    kind: 'tags',
    label: 'Tags',
    help: 'Labels, each with a name and an optional CSS color.',
    example: [{ name: 'vip', color: '#ff0000' }],
    facts: [
      { text: 'A list of {name, color}; an unknown tag is created.', certainty: 'documented' },
      { text: 'Any CSS color; without one, a new tag is #c377e0.', certainty: 'documented' },
      { text: 'Names are case-sensitive.', certainty: 'documented' },
    ],
    parts: [
      { key: 'name', help: 'The text of the tag.', example: 'vip' },
      { key: 'color', help: 'Any CSS color. Optional.', example: '#ff0000' },
    ],
  },
  {
    key: 'customData',
    kind: 'custom-data',
    label: 'Custom data',
    help: 'Your own attributes, each with a property and a value.',
    example: { plan: 'pro', seats: 12, trial: false },
    isTelling: true,
    facts: [
      { text: 'Sent as a list of {property, value}, returned as an object.', certainty: 'documented' },
      {
        text: 'A value is text, a number, true or false, a URL, or a date as a string of UNIX seconds; lists and objects are rejected.',
        certainty: 'documented',
      },
      { text: 'Text over 255 characters has been rejected.', certainty: 'seen' },
      {
        text: 'You may have to register an attribute first, under Settings → Contacts → Custom attributes.',
        certainty: 'seen',
      },
      { text: 'HelpCrunch may drop an unregistered attribute silently.', certainty: 'guess' },
    ],
    parts: [
      { key: 'property', help: 'The name of the attribute.', example: 'plan' },
      { key: 'value', help: 'Text, a number, true, or false.', example: 'pro' },
    ],
  },
]);

export type CustomerFieldRow = (typeof customerFields)[number];
export type CustomerFieldKey = CustomerFieldRow['key'];

/** The fields by which a team recognizes a customer, in the order in which they name one. */
export const identityFields = customerFields.filter(({ isIdentity }) => isIdentity);

/** Fields in HelpCrunch's responses that "Create customer" does not take (documented). */
export const readOnlyFields: ReadonlySet<string> = new Set([
  'id',
  'lastSeen',
  'location',
  'device',
  'unsubscribed',
  'blocked',
  'referer',
  'lastPage',
]);

const readOnlyDates: ReadonlySet<string> = new Set(['lastSeen']);

/** True for a field of dates, those of HelpCrunch's responses included. */
export function isDateField(key: string): boolean {
  return customerField(key)?.kind === 'date' || readOnlyDates.has(key);
}

const fieldByKey: ReadonlyMap<string, CustomerFieldRow> = new Map(
  customerFields.map((field) => [field.key, field]),
);

/** The row of a key, or `undefined` for an unknown key. */
export function customerField(key: string | undefined): CustomerFieldRow | undefined {
  return key === undefined ? undefined : fieldByKey.get(key);
}

/** Rows keep their literal keys and kinds, and show every optional behavior. */
function defineFields<const Rows extends readonly CustomerField[]>(
  rows: Rows,
): readonly (Rows[number] & CustomerField)[] {
  return rows;
}
