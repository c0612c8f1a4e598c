import type { CustomerField } from '../customer-field.ts';

export const firstSeen = {
  key: 'firstSeen',
  kind: 'date',
  label: 'First seen',
  help: 'When they first came: a date, a date with time, or UNIX seconds.',
  example: '2020-10-28T12:49:06Z',
  facts: [
    { says: 'Travels as a string of UNIX seconds, such as "1603885746".', certainty: 'documented' },
    { says: 'Comes back as a number.', certainty: 'documented' },
  ],
} as const satisfies CustomerField;
