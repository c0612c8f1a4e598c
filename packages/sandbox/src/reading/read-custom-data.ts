import type { CustomValue } from '../store/stored-customer.ts';
import { isRecord } from './is-record.ts';
import { readName } from './read-name.ts';
import { shortText } from './read-text.ts';
import type { Report } from './report.ts';
import { symfonyMessages } from './symfony-messages.ts';

/**
 * `customData`: goes in as a list of `{property, value}` and is kept as a map. Source: documented.
 *
 * Of a property named twice the later value stays: our choice.
 */
export function readCustomData(value: unknown, report: Report): Readonly<Record<string, CustomValue>> {
  if (value === undefined || value === null) {
    return {};
  }
  if (!Array.isArray(value)) {
    report('customData', symfonyMessages.type('array'));
    return {};
  }
  // fromEntries defines, where assignment would call a setter: `__proto__` is a property like any other.
  return Object.fromEntries(value.map((entry, index) => readEntry(entry, `customData[${index}]`, report)));
}

function readEntry(entry: unknown, path: string, report: Report): [string, CustomValue] {
  if (!isRecord(entry)) {
    report(path, symfonyMessages.type('object'));
    return ['', ''];
  }
  return [
    readName(entry['property'], `${path}.property`, report),
    readValue(entry['value'], `${path}.value`, report),
  ];
}

function readValue(value: unknown, path: string, report: Report): CustomValue {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      // JSON can write what no number holds: 1e999 is read as infinity, and could not be answered.
      if (!Number.isFinite(value)) {
        report(path, symfonyMessages.invalid);
      }
      return value;
    case 'string': {
      const message = shortText(value);
      if (message !== undefined) {
        report(path, message);
      }
      return looksLikeDate(value) ? Number(value) : value;
    }
    default:
      report(
        path,
        value === undefined || value === null ? symfonyMessages.missing : symfonyMessages.type('scalar'),
      );
      return '';
  }
}

/**
 * HelpCrunch knows a date by its registered attribute; here digits that are UNIX seconds of the years 1973
 * to 2286 make one. Coming back as a number is documented, the range is our choice.
 */
function looksLikeDate(text: string): boolean {
  return /^[1-9]\d{8,9}$/.test(text);
}
