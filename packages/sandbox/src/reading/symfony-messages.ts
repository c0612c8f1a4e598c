/** The sentences of Symfony's Validator, which HelpCrunch's own error bodies quote. Source: documented and seen. */
export const symfonyMessages = {
  type: (type: 'string' | 'array' | 'object' | 'scalar' | 'numeric' | 'integer') =>
    `This value should be of type ${type}.`,
  tooLong: (limit: number) => `This value is too long. It should have ${limit} characters or less.`,
  email: 'This value is not a valid email address.',
  locale: 'This value is not a valid locale.',
  invalid: 'This value is not valid.',
  blank: 'This value should not be blank.',
  missing: 'This field is missing.',
  choice: 'The value you selected is not a valid choice.',
  notJson: 'This value should be valid JSON.',
  positive: 'This value should be positive.',
  positiveOrZero: 'This value should be either positive or zero.',
  alreadyUsed: 'This value is already used.',
} as const;
