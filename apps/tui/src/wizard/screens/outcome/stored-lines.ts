import {
  formatDate,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  readDate,
} from '@helpcrunch-customer-kit/core';
import type { HistoryLine } from '../../wizard-state.ts';

/** All that HelpCrunch says it stored, a line for each value that is not empty. */
export function storedLines(customer: JsonObject): HistoryLine[] {
  return Object.entries(customer).flatMap(([key, value]) => {
    const text = value === undefined ? '' : fieldText(key, value);
    return text === '' ? [] : [{ mark: 'plain', text: `${key}  ${text}` } as const];
  });
}

const dates: ReadonlySet<string> = new Set(['firstSeen', 'lastSeen']);

/** A date stands there as HelpCrunch stored it, and as people read it. */
function fieldText(key: string, value: JsonValue): string {
  const text = valueText(value);
  const reading = dates.has(key) && text !== '' ? readDate(text) : undefined;
  return reading?.kind === 'seconds' ? `${text} (${formatDate(reading.seconds)})` : text;
}

function valueText(value: JsonValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(valueText).filter(Boolean).join(', ');
  if (!isJsonObject(value)) return String(value);
  // A tag reads as its name and colour; anything else as its pairs.
  if (typeof value['name'] === 'string') return [value['name'], value['color']].filter(Boolean).join(' ');
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined && part !== '')
    .map(([key, part]) => `${key} = ${valueText(part as JsonValue)}`)
    .join(', ');
}
