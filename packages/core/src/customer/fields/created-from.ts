import type { CustomerField } from '../customer-field.ts';

export const createdFrom = {
  key: 'createdFrom',
  kind: 'text',
  label: 'Created from',
  help: 'The channel they came through.',
  example: 'telegram',
  facts: [
    {
      says: 'Only "telegram" is ever shown; older pages have it in responses alone.',
      certainty: 'documented',
    },
    { says: 'Any string is taken.', certainty: 'guess' },
  ],
} as const satisfies CustomerField;
