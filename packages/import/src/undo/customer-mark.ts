import { customerFields, isJsonObject, type JsonObject, type JsonValue } from '@helpcrunch-customer-kit/core';
import type { Hash } from '../check/row-key.ts';

/** What a customer was like when it was created, without its values: enough to see later that someone changed it. */
export interface CustomerMark {
  /** A hash of every field that the kit can write. */
  readonly fields: string;
  /** When it last visited, as HelpCrunch writes it; `null` for never. */
  readonly lastSeen: string | null;
}

const hashLength = 16;

/** Marks a customer as HelpCrunch returns it: in the answer to its create, or read by its ID. */
export function markOf(customer: JsonObject, hash: Hash): CustomerMark {
  const fields = customerFields.map(({ key, kind }) => [key, comparable(customer[key], kind)]);
  const lastSeen = plain(customer['lastSeen']);
  return {
    fields: hash(JSON.stringify(fields)).slice(0, hashLength),
    lastSeen: lastSeen === '' ? null : lastSeen,
  };
}

/**
 * A value without its form: custom data comes as a map or a list, numbers as digits or text, nothing as `null` or an
 * empty text. A tag's color belongs to the tag and not to the customer.
 */
function comparable(value: JsonValue | undefined, kind: string): JsonValue {
  switch (kind) {
    case 'tags':
      return entriesOf(value)
        .map((tag) => plain(isJsonObject(tag) ? tag['name'] : tag))
        .toSorted();
    case 'custom-data': {
      const pairs = isJsonObject(value)
        ? Object.entries(value).map(([property, its]) => `${property}=${plain(its)}`)
        : entriesOf(value).map((entry) =>
            isJsonObject(entry) ? `${plain(entry['property'])}=${plain(entry['value'])}` : plain(entry),
          );
      return pairs.toSorted();
    }
    default:
      return plain(value);
  }
}

function entriesOf(value: JsonValue | undefined): readonly (JsonValue | undefined)[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

function plain(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
