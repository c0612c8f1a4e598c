import type { CustomerField } from '../customer-field.ts';

export const tags = {
  key: 'tags',
  kind: 'tags',
  label: 'Tags',
  help: 'Labels, each with a name and, if you like, a CSS colour.',
  example: [{ name: 'vip', color: '#ff0000' }],
  facts: [
    { says: 'A list of {name, color}; an unknown tag is created.', certainty: 'documented' },
    { says: 'Any CSS colour; without one a new tag is #c377e0.', certainty: 'documented' },
    { says: 'Names are case-sensitive.', certainty: 'documented' },
  ],
  parts: [
    { key: 'name', help: 'What the tag says.', example: 'vip' },
    { key: 'color', help: 'Any CSS colour; it may be left out.', example: '#ff0000' },
  ],
} as const satisfies CustomerField;
