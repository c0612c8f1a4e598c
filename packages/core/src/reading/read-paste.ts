import type { CustomerField } from '../customer/field.ts';
import { customerField, readOnlyFields } from '../customer/fields.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../customer/json.ts';
import { customerPlaces } from './find-customers.ts';
import { readJsonText } from './json-text.ts';
import { shellWords } from './shell-words.ts';

/** Text of another kind that holds customers, as it comes from a terminal, a browser or the documentation. */
export interface PastedCustomers {
  /** `curl`: a command with a JSON body. `response`: what HelpCrunch answers with. */
  readonly kind: 'curl' | 'response';
  /** The customers as they would be written in a file: at least one, with something in each. */
  readonly customers: readonly JsonObject[];
}

/**
 * Finds the customers in a `curl` command or in a response. `undefined` for all other text, customers that can stay as
 * they are included. Everything that is not a request field is left out, above all a key in a header.
 */
export function readPaste(text: string): PastedCustomers | undefined {
  const command = /^\s*(?:\$\s+)?curl(?:\.exe)?\s/.test(text);
  const value = command ? bodyOf(text) : readJsonText(text).value;
  if (value === undefined) return undefined;
  const found = customersOf(value);
  const isResponse = found.some((customer) => Object.keys(customer).some((key) => readOnlyFields.has(key)));
  const customers = found.map(toRequest).filter((customer) => Object.keys(customer).length > 0);
  if (customers.length === 0 || !(command || isResponse)) return undefined;
  return { kind: command ? 'curl' : 'response', customers };
}

const bodyFlag =
  /^(?:--(?:data|data-raw|data-binary|data-ascii|json)(?:=(?<long>[\s\S]*))?|-d(?<short>[\s\S]+)?)$/;

/** The first body of a command that is JSON. */
function bodyOf(command: string): JsonValue | undefined {
  const words = shellWords(command) ?? [];
  for (const [index, word] of words.entries()) {
    const match = bodyFlag.exec(word);
    if (!match) continue;
    const body = match.groups?.['long'] ?? match.groups?.['short'] ?? words[index + 1] ?? '';
    const { value } = readJsonText(body);
    if (value !== undefined) return value;
  }
  return undefined;
}

function customersOf(value: JsonValue): JsonObject[] {
  if (isJsonObject(value) && customerPlaces(value).includes('')) return [value];
  const list = isJsonObject(value) ? value['data'] : value;
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

/** What of a customer can be sent; answers are full of nulls and of fields that are HelpCrunch's own. */
function toRequest(customer: JsonObject): JsonObject {
  const kept = Object.entries(customer).flatMap(([key, value]): [string, JsonValue][] => {
    const field: CustomerField | undefined = customerField(key);
    const parts = field?.parts;
    if (!field || value === undefined || isNothing(value)) return [];
    const isListed = parts !== undefined && Array.isArray(value);
    return [[key, isListed ? value.map((item) => onlyParts(item, parts)) : value]];
  });
  return Object.fromEntries(kept);
}

function onlyParts(item: JsonValue, parts: readonly { readonly key: string }[]): JsonValue {
  if (!isJsonObject(item)) return item;
  const known = parts.flatMap(({ key }) => (item[key] == null ? [] : [[key, item[key]] as const]));
  return Object.fromEntries(known);
}

function isNothing(value: JsonValue): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
