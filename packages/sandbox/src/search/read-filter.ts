import { isRecord } from '../reading/is-record.ts';
import type { Report } from '../reading/report.ts';
import { symfonyMessages } from '../reading/symfony-messages.ts';
import type { StoredCustomer } from '../store/stored-customer.ts';
import { numberOperators, tagOperators, textOperators } from './operators.ts';
import { type SearchField, searchFields } from './search-fields.ts';

/** Whether a customer is one of those asked for. */
export type Matcher = (customer: StoredCustomer) => boolean;

/**
 * Reads `{field, operator, value}`. A value must fit its field, "otherwise the query will fail" (documented).
 *
 * @returns undefined when it cannot be read; why is then in the report.
 */
export function readFilter(filter: unknown, path: string, report: Report): Matcher | undefined {
  if (!isRecord(filter)) {
    report(path, symfonyMessages.type('object'));
    return undefined;
  }
  const field = searchFields.get(filter['field']);
  if (field === undefined) {
    report(`${path}.field`, filter['field'] === undefined ? symfonyMessages.missing : symfonyMessages.choice);
    return undefined;
  }
  return readComparison(field, filter['operator'], filter['value'], path, report);
}

function readComparison(
  field: SearchField,
  operator: unknown,
  value: unknown,
  path: string,
  report: Report,
): Matcher | undefined {
  switch (field.holds) {
    case 'text':
      return matcher(field.read, textOperators.get(operator), readTextValue(value), 'string', path, report);
    case 'number':
      return matcher(
        field.read,
        numberOperators.get(operator),
        readNumberValue(value),
        'numeric',
        path,
        report,
      );
    case 'tags':
      return matcher(field.read, tagOperators.get(operator), readTagNames(value), 'array', path, report);
    default: {
      const unreachable: never = field;
      return unreachable;
    }
  }
}

function matcher<Held, Asked>(
  read: (customer: StoredCustomer) => Held,
  compare: ((held: Held, asked: Asked) => boolean) | undefined,
  asked: Asked | undefined,
  type: 'string' | 'numeric' | 'array',
  path: string,
  report: Report,
): Matcher | undefined {
  if (compare === undefined) {
    report(`${path}.operator`, symfonyMessages.choice);
    return undefined;
  }
  if (asked === undefined) {
    report(`${path}.value`, symfonyMessages.type(type));
    return undefined;
  }
  return (customer) => compare(read(customer), asked);
}

function readTextValue(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Ids and dates come as numbers (documented) and as digits (seen). */
function readNumberValue(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\d+$/.test(value)) {
    return Number(value);
  }
  return typeof value === 'number' ? value : undefined;
}

/** `[{"name": "Lead"}]`. Source: documented. */
function readTagNames(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const names = value.map((tag: unknown) => (isRecord(tag) ? tag['name'] : undefined));
  return names.every((name) => typeof name === 'string') ? names : undefined;
}
