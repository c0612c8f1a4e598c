import type { CustomerField } from '../customer-field.ts';

export const locale = {
  key: 'locale',
  kind: 'locale',
  label: 'Locale',
  help: 'Their language, as the two letters of ISO 639-1.',
  example: 'uk',
  facts: [{ says: 'An ISO 639-1 code: two letters, no region.', certainty: 'documented' }],
} as const satisfies CustomerField;
