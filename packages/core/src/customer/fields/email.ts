import type { CustomerField } from '../customer-field.ts';

export const email = {
  key: 'email',
  kind: 'email',
  label: 'Email',
  help: 'Where to write to them.',
  example: 'ada@example.com',
  facts: [
    { says: 'Must be an e-mail address.', certainty: 'documented' },
    {
      says: 'Not unique: the same address again most likely makes a second customer.',
      certainty: 'documented',
    },
  ],
} as const satisfies CustomerField;
