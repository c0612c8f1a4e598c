import { customerField, customerFields } from '../customer/fields.ts';
import { count as countOf, formatKinds, oneLine, quote } from '../customer/format.ts';
import { invisibleCharacters } from '../customer/invisible.ts';
import { type JsonKind, type JsonPointer, pointerSegments, toPointer } from '../customer/json.ts';
import { defineRule } from './rule.ts';

// Rules for a customer as a whole, and for its shape: which types of values are where.

export const notAnObject = defineRule({
  code: 'not-an-object',
  severity: 'error',
  title: 'Not an object',
  why: 'The API takes one JSON object per call (documented).',
  example: '"Ada Lovelace"',
  message: ({ got }: { got: JsonKind }) =>
    `A customer must be an object, not ${formatKinds(got)}. Example: {"name": "Ada"}`,
});

export const listOfCustomers = defineRule({
  code: 'list-of-customers',
  severity: 'error',
  title: 'List instead of one customer',
  why: 'The API creates one customer per call, without a batch create (documented).',
  example: '[{"name": "Ada"}, {"name": "Grace"}]',
  message: ({ count }: { count: number }) => {
    if (count === 0) return 'This list is empty. A customer is an object. Example: {"name": "Ada"}';
    return count === 1
      ? 'This is a list with one customer. Take the customer out of the list.'
      : `This is a list of ${count} customers. Choose one of them.`;
  },
});

export const emptyCustomer = defineRule({
  code: 'empty-customer',
  severity: 'error',
  title: 'Nothing to send',
  why: 'No field is required, but HelpCrunch advises against an empty customer (documented).',
  example: '{"name": " "}',
  message: () => 'Nothing to send. Add a name, an email, or a user ID.',
  check({ payload }, { unread }) {
    return Object.keys(payload).length === 0 && !unread.touches('') ? [{ path: '' }] : [];
  },
});

const identities = customerFields.filter(({ isIdentity }) => isIdentity);

export const noIdentity = defineRule({
  code: 'no-identity',
  severity: 'advice',
  title: 'No name, email, or user ID',
  why: 'HelpCrunch names these three as the fields to always send (documented). Any one of them is enough.',
  example: '{"company": "Analytical Engines Ltd"}',
  message: () =>
    "Your team can't recognize a customer without a name, an email, or a user ID. Add one of them.",
  check({ payload }, { unread }) {
    const hasIdentity = identities.some(
      ({ key }) => payload[key] !== undefined || unread.covers(toPointer([key])),
    );
    return !hasIdentity && Object.keys(payload).length > 0 ? [{ path: '' }] : [];
  },
});

export const wrongType = defineRule({
  code: 'wrong-type',
  severity: 'error',
  title: 'Wrong type of value',
  why: 'Each field has one type (documented). HelpCrunch rejects another type, or stores something else.',
  example: '{"name": ["Ada"]}',
  message: ({ expected, got }: { expected: readonly JsonKind[]; got: JsonKind }, path) => {
    const [place, example] = placeOf(path);
    const wanted = `${formatKinds(...expected)}${example === '' ? '' : ` such as ${example}`}`;
    return `${place} must be ${wanted}, not ${formatKinds(got)}.`;
  },
});

export const numberAsText = defineRule({
  code: 'number-as-text',
  severity: 'advice',
  title: 'Number in a text field',
  why: 'User ID, phone, and integration ID are strings, even when all digits (documented). An exact number is read as its digits; a zero at its start would already be lost.',
  example: '{"userId": 1843}',
  /** `written` is the number in the input, which may have a form that lost digits: `3.80E+11`. */
  message: ({ text, written }: { text: string; written: string }) =>
    written === text
      ? `This number is sent as the text "${text}".`
      : `The number ${quote(written)} is sent as the text "${text}", but may have lost digits. Write it as text, in quotes.`,
});

export const unknownField = defineRule({
  code: 'unknown-field',
  severity: 'advice',
  title: 'Unknown field',
  why: 'Only documented fields are sent. What HelpCrunch does with others is not known.',
  example: '{"name": "Ada", "emial": "ada@example.com"}',
  message: ({ key, suggestion }: { key: string; suggestion: string | undefined }, path) => {
    const message = `The field ${quote(key)}${hiddenPart(key)} is unknown and is not sent.`;
    if (suggestion !== undefined) return `${message} Did you mean "${suggestion}"?`;
    // Tags and custom attributes have fields of their own, but take no others.
    return pointerSegments(path).length === 1 ? `${message} Put your own attributes in customData.` : message;
  },
});

export const readOnlyField = defineRule({
  code: 'read-only-field',
  severity: 'advice',
  title: 'Read-only field',
  why: 'HelpCrunch\'s responses have this field, but "Create customer" does not document it. It comes along when a customer is copied from a response.',
  example: '{"id": 4815162342, "name": "Ada Lovelace"}',
  message: ({ key }: { key: string }) => `HelpCrunch sets the field ${quote(key)}. It is not sent.`,
});

export const moreIssues = defineRule({
  code: 'more-issues',
  severity: 'advice',
  title: 'More issues than are shown',
  why: 'For one customer, up to 1,000 issues are shown, errors first.',
  sample: { path: '', count: 312 },
  message: ({ count }: { count: number }) =>
    `At least ${countOf(count, 'more issue')} ${count === 1 ? 'is' : 'are'} not shown. Fix some of these first.`,
});

/** At the top of a file with more issues than are shown. */
export function hiddenIssuesMessage(shown: number, found: number): string {
  return `Only the first ${shown} of ${found} issues are shown. Fix some of them to see the rest.`;
}

/** What a key has that people do not see; quoting it does not show blanks at its ends. */
function hiddenPart(key: string): string {
  const characters = invisibleCharacters(key);
  if (characters.length > 0) return ` with the invisible ${characters.join(', ')}`;
  return key.trim() === key ? '' : ' with a space at its start or end';
}

/** "Email", "The name of tag 2", "An entry of custom data", and an example for tags, which people write as text. */
function placeOf(path: JsonPointer): [place: string, example: string] {
  const [key = '', index, part] = pointerSegments(path);
  const field = customerField(key);
  const label = field?.label ?? quote(key);
  if (index === undefined) return [label, field?.kind === 'tags' ? '[{"name": "vip"}]' : ''];
  const tag = `ag ${Number(index) + 1}`;
  if (field?.kind === 'tags')
    return part === undefined ? [`T${tag}`, '{"name": "vip"}'] : [`The ${part} of t${tag}`, ''];
  return [
    part === undefined ? `An entry of ${label.toLowerCase()}` : `The ${part} of a custom attribute`,
    '',
  ];
}

/** HelpCrunch rejected a part of the customer; `message` is its own text, empty when it gave none. */
export const refused = defineRule({
  code: 'refused',
  severity: 'error',
  title: 'Rejected by HelpCrunch',
  why: 'HelpCrunch\'s answer names this place; its own text follows "HelpCrunch says". Change the value before sending again: the same request gets the same answer (documented).',
  sample: { path: '/email', message: 'This value is not a valid email address.', apiCode: 'email' },
  message: ({ message, apiCode }: { message: string; apiCode: string | undefined }) => {
    if (apiCode === 'invalid_userId_value')
      return 'HelpCrunch rejected this user ID: it is taken or malformed.';
    if (message !== '') return `HelpCrunch says: ${oneLine(message, 300)}`;
    return apiCode === undefined
      ? 'HelpCrunch rejected this without a reason.'
      : `HelpCrunch rejected this: ${quote(apiCode)}.`;
  },
});
