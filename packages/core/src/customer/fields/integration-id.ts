import type { CustomerField } from '../customer-field.ts';

export const integrationId = {
  key: 'integrationId',
  kind: 'text',
  label: 'Integration ID',
  help: 'Their id in the channel they came through.',
  example: '465847687',
  facts: [
    { says: 'A string.', certainty: 'documented' },
    { says: 'Probably the id of the person in that messenger.', certainty: 'guess' },
  ],
} as const satisfies CustomerField;
