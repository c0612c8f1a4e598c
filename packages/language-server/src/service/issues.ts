import {
  type CustomerDraft,
  customerPlaces,
  type FileMemory,
  type Issue,
  type JsonPointer,
  pointerSegments,
  type TextRange,
  type VariableSource,
  validateCustomerFile,
} from '@helpcrunch-customer-kit/core';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { keyOf, nodeAt } from './nodes.ts';
import type { ParsedDocument } from './parsed-document.ts';

/** An issue at its place in a document. */
export interface LocatedIssue {
  /** Its path starts at the customer. */
  readonly issue: Issue;
  /** The path of the customer in the file; `''` for an issue of the file. */
  readonly customer: JsonPointer;
  /** The path of the issue in the file. */
  readonly path: JsonPointer;
  /** The text to underline. */
  readonly range: TextRange;
}

/** What core found in a document. */
export interface ValidatedDocument {
  /** Issues of the file first, then customer by customer. */
  readonly issues: readonly LocatedIssue[];
  readonly drafts: readonly CustomerDraft[];
}

export type ValidateDocument = (parsed: ParsedDocument) => ValidatedDocument;

/** Validates each version once, and of a new version only the customers whose text changed. */
export function createDocumentValidator(now: () => number, variables: VariableSource): ValidateDocument {
  const known = new WeakMap<ParsedDocument, ValidatedDocument>();
  const memories = new WeakMap<TextDocument, FileMemory>();
  return (parsed) => {
    const validated = known.get(parsed) ?? validate(parsed);
    known.set(parsed, validated);
    return validated;
  };

  function validate(parsed: ParsedDocument): ValidatedDocument {
    const { document, json } = parsed;
    const { customers, issues, memory } = validateCustomerFile(
      json,
      { now: now(), variables },
      memories.get(document),
    );
    memories.set(document, memory);
    const ofFile = [...issues, ...listInSingleCustomerFile(parsed)].map((issue) => locate(parsed, '', issue));
    const ofCustomers = customers.flatMap((customer) =>
      customer.issues.map((issue) => locate(parsed, customer.path, issue)),
    );
    return { issues: [...ofFile, ...ofCustomers], drafts: customers.map(({ draft }) => draft) };
  }
}

function locate(parsed: ParsedDocument, customer: JsonPointer, issue: Issue): LocatedIssue {
  const path = customer + issue.path;
  return { issue, customer, path, range: rangeOf(parsed, issue, path) };
}

/** A file named for a single customer cannot be sent while it holds a list. */
function listInSingleCustomerFile({ json: { value }, isSingleCustomer, customers }: ParsedDocument): Issue[] {
  if (!isSingleCustomer || value === undefined || customerPlaces(value).includes('')) return [];
  const path = Array.isArray(value) ? '' : '/data';
  return [{ code: 'list-of-customers', severity: 'error', path, count: customers.length }];
}

const aboutKeys: ReadonlySet<Issue['code']> = new Set([
  'unknown-field',
  'read-only-field',
  'forbidden-key',
  'duplicate-key',
]);
/** In a map of custom data the property is the key; in the list it is a value of its own. */
const aboutProperties: ReadonlySet<Issue['code']> = new Set(['entry-without-property', 'duplicate-property']);

/** The key or the value of the issue; for an issue of the whole customer its opening brace. */
function rangeOf({ text, json, root }: ParsedDocument, issue: Issue, path: JsonPointer): TextRange {
  if (issue.code === 'not-json') {
    return {
      offset: Math.min(issue.offset, Math.max(0, text.length - 1)),
      length: Math.max(1, issue.length),
    };
  }
  const isMapEntry = pointerSegments(issue.path).length === 2 && keyOf(nodeAt(root, path)) !== undefined;
  const isListedProperty = issue.code === 'forbidden-key' && pointerSegments(path).at(-1) !== issue.key;
  const isInvisibleKey = issue.code === 'invisible-character' && issue.part === 'property' && isMapEntry;
  const isKey =
    isInvisibleKey ||
    (aboutKeys.has(issue.code) && !isListedProperty) ||
    (aboutProperties.has(issue.code) && isMapEntry);
  const range = json.rangeOf(path, isKey ? 'key' : 'value');
  const isWhole =
    (issue.path === '' || issue.code === 'list-of-customers') && /[[{]/.test(text.charAt(range.offset));
  return isWhole ? { ...range, length: 1 } : firstLine(text, range);
}

/** Of a value on several lines only the first is underlined. */
function firstLine(text: string, { offset, length }: TextRange): TextRange {
  const end = text.slice(offset, offset + length).search(/[\r\n]/);
  return { offset, length: end === -1 ? length : Math.max(1, end) };
}
