import {
  customerField,
  formatDate,
  isDateField,
  readDate,
  type VariableSource,
} from '@helpcrunch-customer-kit/core';
import type { Hover } from 'vscode-languageserver-types';
import { stringOf, toRange } from './nodes.ts';
import { type ParsedDocument, type Spot, spotAt } from './parsed-document.ts';
import { variableHover } from './variables.ts';

/** The Markdown to show for a value, if there is something to show. */
type HoverText = (spot: Spot) => string | undefined;

/** Custom values can be any number; only seconds of these years are shown as a date. */
const [minYear, maxYear] = [1990, 2100];

/** A date in words and as it is sent. */
const dateHover: HoverText = ({ node: { value }, segments }) => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const reading = readDate(value);
  const seconds = 'seconds' in reading ? reading.seconds : undefined;
  if (seconds === undefined) return undefined;
  // Dates of responses count, too: people paste those.
  const [key = '', ...rest] = segments;
  const isDate = rest.length === 0 && isDateField(key);
  if (!isDate && !(isCustomValue(segments) && isPlausible(seconds))) return undefined;
  return `**${formatDate(seconds)}** · UNIX seconds \`"${seconds}"\``;
};

function isCustomValue(segments: readonly string[]): boolean {
  return (
    customerField(segments[0])?.kind === 'custom-data' && (segments.length === 2 || segments[2] === 'value')
  );
}

function isPlausible(seconds: number): boolean {
  const year = new Date(seconds * 1000).getUTCFullYear();
  return year >= minYear && year <= maxYear;
}

/** The hover of a value; variables in it have the values of the preview. */
export function hoverAt(parsed: ParsedDocument, offset: number, preview: VariableSource): Hover | undefined {
  const spot = spotAt(parsed, offset);
  if (!spot || spot.isKey) return undefined;
  const variablesOf: HoverText = ({ node }) => variableHover(stringOf(node) ?? '', preview) || undefined;
  // The first that applies wins.
  const hovers: readonly HoverText[] = [variablesOf, dateHover];
  for (const hover of hovers) {
    const value = hover(spot);
    if (value !== undefined) {
      return { contents: { kind: 'markdown', value }, range: toRange(parsed.document, spot.node) };
    }
  }
  return undefined;
}
