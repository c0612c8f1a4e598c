import type { FieldKind } from '../../src/customer/customer-field.ts';

/** What is written into a field of each kind. */
export const fieldKindWords: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  email: 'an e-mail address',
  date: 'a date',
  url: 'a web address',
  locale: 'a language',
  'long-text': 'text of several lines',
  tags: 'a list of tags',
  'custom-data': 'a map or a list of attributes',
};
