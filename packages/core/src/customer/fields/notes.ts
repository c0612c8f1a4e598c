import type { CustomerField } from '../customer-field.ts';

export const notes = {
  key: 'notes',
  kind: 'long-text',
  label: 'Notes',
  help: 'Anything your team should know; several lines are fine.',
  example: 'Prefers e-mail over phone.',
  facts: [
    { says: 'A string.', certainty: 'documented' },
    { says: 'Text over 255 characters has been refused.', certainty: 'seen' },
  ],
} as const satisfies CustomerField;
