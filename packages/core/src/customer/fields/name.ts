import type { CustomerField } from '../customer-field.ts';

export const name = {
  key: 'name',
  kind: 'text',
  label: 'Name',
  help: 'The person as your team should see them.',
  example: 'Ada Lovelace',
  facts: [
    { says: 'A string. One of name, email and userId should always be there.', certainty: 'documented' },
  ],
} as const satisfies CustomerField;
