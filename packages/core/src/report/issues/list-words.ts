import type { IssueWordsTable } from '../issue-words.ts';
import { kindWords } from '../kind-words.ts';
import { quote } from '../quote.ts';

/** Words for tags and custom data. */
export const listWords: IssueWordsTable<
  | 'tag-without-name'
  | 'unknown-color'
  | 'duplicate-tag'
  | 'entry-without-property'
  | 'duplicate-property'
  | 'nested-custom-value'
> = {
  'tag-without-name': {
    title: 'A tag without a name',
    sentence: () => 'This tag has no name; give it one, or remove it.',
    why: 'A tag is known by its name (documented).',
    example: '{"name": "Ada", "tags": [{"color": "red"}]}',
  },
  'unknown-color': {
    title: 'A colour that CSS does not know',
    sentence: ({ color, suggestion }) =>
      suggestion === undefined
        ? `${quote(color)} is no CSS colour; write a name such as teal, or #rrggbb.`
        : `${quote(color)} is no CSS colour; did you mean "${suggestion}"?`,
    why: 'A tag takes any CSS colour (documented).',
    example: '{"name": "Ada", "tags": [{"name": "vip", "color": "ff0000"}]}',
  },
  'duplicate-tag': {
    title: 'A tag named twice',
    sentence: ({ name }) => `The tag ${quote(name)} is there already; once is enough.`,
    why: 'Names are case-sensitive (documented). What HelpCrunch does with the same name twice is not known.',
    example: '{"name": "Ada", "tags": [{"name": "vip"}, {"name": "vip"}]}',
  },
  'entry-without-property': {
    title: 'A custom attribute without a property',
    sentence: () => 'This custom attribute has no property; name it, or remove it.',
    why: 'A custom attribute is known by its property (documented).',
    example: '{"name": "Ada", "customData": [{"value": "pro"}]}',
  },
  'duplicate-property': {
    title: 'A custom property named twice',
    sentence: ({ property }) =>
      `The property ${quote(property)} is there already; only one value can be kept.`,
    why: 'Custom data comes back as a map (documented), in which a property has one value.',
    example:
      '{"name": "Ada", "customData": [{"property": "plan", "value": "pro"}, {"property": "plan", "value": "free"}]}',
  },
  'nested-custom-value': {
    title: 'A custom value that is a list or an object',
    sentence: ({ got }) => `A custom value is text, a number, true or false; this is ${kindWords(got)}.`,
    why: 'HelpCrunch refuses lists and objects as custom values (documented).',
    example: '{"name": "Ada", "customData": {"plans": ["pro", "team"]}}',
  },
};
