import { formatDate, readDate } from '@helpcrunch-customer-kit/core';
import type { Hover } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import { type Spot, spotAt } from '../document/spot.ts';
import { toRange } from '../document/to-range.ts';

/** Only seconds of these years are shown as a date in custom values, where any number may stand. */
const [firstYear, lastYear] = [1990, 2100];

/** Shows the date that stands at an offset as people read it, and as it travels. */
export function dateHover(analysis: Analysis, offset: number): Hover | undefined {
  const spot = spotAt(analysis, offset);
  const seconds = spot && !spot.isKey ? secondsAt(spot) : undefined;
  if (!spot || seconds === undefined) return undefined;
  const { node } = spot;
  return {
    contents: { kind: 'markdown', value: `**${formatDate(seconds)}** · UNIX seconds \`"${seconds}"\`` },
    range: toRange(analysis.document, { offset: node.offset, length: node.length }),
  };
}

function secondsAt({ node, segments }: Spot): number | undefined {
  const { value } = node;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const reading = readDate(value);
  const seconds = 'seconds' in reading ? reading.seconds : undefined;
  if (seconds === undefined) return undefined;
  const [field] = segments;
  if (segments.length === 1 && (field === 'firstSeen' || field === 'lastSeen')) return seconds;
  const isCustomValue = field === 'customData' && (segments.length === 2 || segments[2] === 'value');
  return isCustomValue && looksLikeDate(seconds) ? seconds : undefined;
}

function looksLikeDate(seconds: number): boolean {
  const year = new Date(seconds * 1000).getUTCFullYear();
  return year >= firstYear && year <= lastYear;
}
