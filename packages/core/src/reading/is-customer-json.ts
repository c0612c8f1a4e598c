import { visit } from 'jsonc-parser';
import type { CustomerFieldKey } from '../customer/fields.ts';

/** What `$schema` says in a file of customers that is not named like one. */
export const customerSchemaId = 'helpcrunch://schemas/customer.json';

const fileName = /\.customers?\.jsonc?$/i;

/** True for the name, path or URI of a file that keeps customers: `*.customer.json`, `*.customers.jsonc`. */
export function isCustomerFileName(path: string): boolean {
  return fileName.test(path);
}

/** Rows of a table that an import left over are a table, too. */
const tableName = /\.customers(?:\.(?:failed|pending)(?:-\d+)?)?\.(?<format>csv|tsv|jsonl)$/i;

/** How a table of customers is written, by the name, path or URI of its file; `undefined` for every other file. */
export function customerTableFormat(path: string): 'csv' | 'tsv' | 'jsonl' | undefined {
  switch (tableName.exec(path)?.groups?.['format']?.toLowerCase()) {
    case 'csv':
      return 'csv';
    case 'tsv':
      return 'tsv';
    case 'jsonl':
      return 'jsonl';
    default:
      return undefined;
  }
}

/**
 * Customer JSON: `*.customer.json`, `*.customers.json` (and `.jsonc`), or a text whose `$schema` is ours. Only there
 * does anything appear by itself, in any editor. Cheap for every other JSON, and for text that is broken.
 */
export function isCustomerJson(path: string, text: string): boolean {
  if (isCustomerFileName(path)) return true;
  // A table has checks of its own, whatever its first line says.
  if (customerTableFormat(path)) return false;
  return text.includes(customerSchemaId) && schemaOf(text) === customerSchemaId;
}

/** The value of the first `$schema` of the outermost object; what is nested in it is passed over. */
function schemaOf(text: string): string | undefined {
  let key = '';
  let schema: string | undefined;
  let isInside = false;
  // The parser knows no byte-order mark; to JavaScript it is a blank.
  visit(text.trimStart(), {
    onObjectBegin() {
      const isOutermost = !isInside;
      isInside = true;
      return isOutermost;
    },
    onArrayBegin: () => false,
    // Without these the parser would not see that what it passes over has an end.
    onObjectEnd() {},
    onArrayEnd() {},
    onObjectProperty(property) {
      key = property;
    },
    onLiteralValue(value) {
      if (key === '$schema' && typeof value === 'string') schema ??= value;
    },
  });
  return schema;
}

/** The fields whose rows say `isTelling`; a test compares them. The whole table is too big for an editor's first bundle. */
const tellingKeys: ReadonlySet<string> = new Set<CustomerFieldKey>(['email', 'userId', 'customData']);

/** In characters: what comes later does not decide. */
const maxLooked = 10_000;

/** True for JSON that may hold a customer, or a list of them, although neither its name nor its schema says so. */
export function mayHoldCustomer(text: string): boolean {
  let depth = 0;
  let isTelling = false;
  visit(text.slice(0, maxLooked).trimStart(), {
    onObjectBegin() {
      depth += 1;
      return depth === 1 && !isTelling;
    },
    onObjectProperty(key) {
      isTelling ||= depth === 1 && tellingKeys.has(key);
    },
    onObjectEnd() {
      depth -= 1;
    },
    onArrayBegin: () => depth === 0,
    onArrayEnd() {},
  });
  return isTelling;
}
