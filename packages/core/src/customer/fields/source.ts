import type { CustomerField } from '../customer-field.ts';

export const source = {
  key: 'source',
  kind: 'url',
  label: 'Source',
  help: 'The address of the page where they first landed.',
  example: 'https://example.com/pricing',
  facts: [{ says: 'The URL where the customer first landed.', certainty: 'documented' }],
} as const satisfies CustomerField;
