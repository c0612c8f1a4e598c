import type { CustomerField } from '../customer-field.ts';

export const phone = {
  key: 'phone',
  kind: 'text',
  label: 'Phone',
  help: 'A phone number, best with its country code.',
  example: '+10233456781',
  facts: [{ says: 'Any string; HelpCrunch does not check it.', certainty: 'documented' }],
} as const satisfies CustomerField;
