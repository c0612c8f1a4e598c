import type { CustomerField } from '../customer-field.ts';

export const customData = {
  key: 'customData',
  kind: 'custom-data',
  label: 'Custom data',
  help: 'Attributes of your own, each a property and a value.',
  example: { plan: 'pro', seats: 12, trial: false },
  facts: [
    { says: 'Travels as a list of {property, value} and comes back as an object.', certainty: 'documented' },
    {
      says: 'A value is text, a number, yes or no, a URL, or a date as a string of UNIX seconds; lists and objects are refused.',
      certainty: 'documented',
    },
    { says: 'Text over 255 characters has been refused.', certainty: 'seen' },
    {
      says: 'An attribute may have to be registered first, under Settings → Contacts → Custom attributes.',
      certainty: 'seen',
    },
    { says: 'An unregistered attribute may be dropped in silence.', certainty: 'guess' },
  ],
  parts: [
    { key: 'property', help: 'What the attribute is called.', example: 'plan' },
    { key: 'value', help: 'Text, a number, true or false.', example: 'pro' },
  ],
} as const satisfies CustomerField;
