import { customerField } from '../../customer/customer-fields.ts';
import { type JsonPointer, pointerSegments } from '../../customer/json-pointer.ts';
import type { IssueWordsTable } from '../issue-words.ts';
import { kindList, kindWords } from '../kind-words.ts';
import { quote } from '../quote.ts';

/** Words for what is wrong with a customer's shape: what kinds of values stand where. */
export const shapeWords: IssueWordsTable<
  | 'not-an-object'
  | 'list-of-customers'
  | 'empty-customer'
  | 'no-identity'
  | 'wrong-type'
  | 'number-as-text'
  | 'unknown-field'
  | 'read-only-field'
  | 'more-findings'
  | 'many-customers'
> = {
  'not-an-object': {
    title: 'Not an object',
    sentence: ({ got }) =>
      `A customer is an object in braces, such as {"name": "Ada"}; this is ${kindWords(got)}.`,
    why: 'The API takes one JSON object a call (documented).',
    example: '"Ada Lovelace"',
  },
  'list-of-customers': {
    title: 'A list where one customer is wanted',
    sentence: ({ count }) => {
      if (count === 0)
        return 'This is an empty list; a customer is an object in braces, such as {"name": "Ada"}.';
      return count === 1
        ? 'This is a list of one customer; take it out of the list.'
        : `This is a list of ${count} customers; choose one of them.`;
    },
    why: 'The API creates one customer a call; there is no batch create (documented).',
    example: '[{"name": "Ada"}, {"name": "Grace"}]',
  },
  'many-customers': {
    title: 'More customers than are judged',
    sentence: ({ count, limit }) =>
      `Of the ${count} customers in this file the first ${limit} are judged; split the file.`,
    why: 'Judging more would make every keystroke wait.',
    sample: { code: 'many-customers', path: '', severity: 'advice', count: 60_000, limit: 50_000 },
  },
  'empty-customer': {
    title: 'Nothing to send',
    sentence: () => 'There is nothing here that can be sent; give at least a name, an email or a userId.',
    why: 'No field is required, but HelpCrunch advises against an empty customer (documented).',
    example: '{"name": " "}',
  },
  'no-identity': {
    title: 'No name, email or userId',
    sentence: () =>
      'Without a name, an email or a userId nobody will recognise this customer; give one of them.',
    why: 'HelpCrunch names these three as the fields to always send (documented). Any one of them is enough.',
    example: '{"company": "Analytical Engines Ltd"}',
  },
  'wrong-type': {
    title: 'The wrong kind of value',
    sentence: ({ path, expected, got }) =>
      `${placeOf(path)} has to be ${kindList(expected)}${isTag(path) ? ' such as {"name": "vip"}' : ''}; this is ${kindWords(got)}.`,
    why: 'Each field has one type (documented). A value of another type is refused, or stored as something else.',
    example: '{"name": ["Ada"]}',
  },
  'number-as-text': {
    title: 'A number where text travels',
    sentence: ({ text }) => `This number is sent as the text "${text}".`,
    why: 'userId, phone and integrationId are strings, even when all digits (documented). An exact number is read as its digits; a zero at its start would already be lost.',
    example: '{"userId": 1843}',
  },
  'unknown-field': {
    title: 'A field that is not known',
    sentence: ({ path, key, suggestion }) => {
      const problem = `The field ${quote(key)} is not known and is not sent`;
      if (suggestion !== undefined) return `${problem}; did you mean "${suggestion}"?`;
      // Tags and custom attributes have fields of their own, but no place for one's own.
      const isOwnField = pointerSegments(path).length === 1;
      return isOwnField ? `${problem}; your own attributes belong into customData.` : `${problem}.`;
    },
    why: 'Only documented fields are sent: what HelpCrunch does with others is not known.',
    example: '{"name": "Ada", "emial": "ada@example.com"}',
  },
  'read-only-field': {
    title: 'A field that only answers have',
    sentence: ({ key }) => `The field ${quote(key)} is HelpCrunch's own and is not sent.`,
    why: 'It stands in answers, and "Create customer" does not document taking it. A customer copied from an answer brings it along.',
    example: '{"id": 4815162342, "name": "Ada Lovelace"}',
  },
  'more-findings': {
    title: 'More findings than are told',
    sentence: ({ count }) =>
      `There ${count === 1 ? 'is at least 1 more finding' : `are at least ${count} more findings`}; put some of these right to see more.`,
    why: 'Of one customer a thousand findings are told, errors before advice: no one reads more.',
    sample: { code: 'more-findings', path: '', severity: 'advice', count: 312 },
  },
};

/** "Email", "The name of tag 2", "An entry of custom data": the start of a sentence. */
function placeOf(path: string): string {
  const [key = '', index, part] = pointerSegments(path);
  const label = customerField(key)?.label ?? quote(key);
  if (index === undefined) return label;
  if (key === 'tags') {
    const tag = `ag ${Number(index) + 1}`;
    return part === undefined ? `T${tag}` : `The ${part} of t${tag}`;
  }
  return part === undefined ? `An entry of ${label.toLowerCase()}` : `The ${part} of a custom attribute`;
}

/** A tag itself, which people write as text at first. */
function isTag(path: JsonPointer): boolean {
  const [field, , ...deeper] = pointerSegments(path);
  return field === 'tags' && path !== '/tags' && deeper.length === 0;
}
