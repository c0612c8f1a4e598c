import type { CustomerField } from '../customer-field.ts';

export const userId = {
  key: 'userId',
  kind: 'text',
  label: 'User ID',
  help: 'Your own id for this person, from your database or CRM.',
  example: 'user-1843',
  facts: [
    { says: 'Unique in the organisation; HelpCrunch refuses one that is taken.', certainty: 'documented' },
    { says: 'A string, even when it is all digits.', certainty: 'documented' },
    { says: 'A taken one is answered with 400 and the code invalid_userId_value.', certainty: 'seen' },
  ],
} as const satisfies CustomerField;
