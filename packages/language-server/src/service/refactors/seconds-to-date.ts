import { readDate } from '@helpcrunch-customer-kit/core';
import { replaceWithText } from '../edits/replace.ts';
import type { Refactor } from './refactor.ts';

export const secondsToDate: Refactor = ({ node, segments, isKey }) => {
  const written = String(node.value).trim();
  if (isKey || segments.join() !== 'firstSeen' || !/^\d+$/.test(written)) return undefined;
  const reading = readDate(written);
  if (reading.kind !== 'seconds') return undefined;
  const date = new Date(reading.seconds * 1000).toISOString().replace('.000', '');
  return { title: `Write it as a date: ${date}`, changes: [replaceWithText(node, date)] };
};
