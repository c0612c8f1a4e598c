import type { CustomerField } from '../customer-field.ts';

export const company = {
  key: 'company',
  kind: 'text',
  label: 'Company',
  help: 'The company they belong to.',
  example: 'Analytical Engines Ltd',
  facts: [{ says: 'A string.', certainty: 'documented' }],
} as const satisfies CustomerField;
