import { readDate } from '@helpcrunch-customer-kit/core';
import { textOf } from '../document/node-at.ts';
import { replaceWithText } from '../edits/replace.ts';
import type { Refactor } from './refactor.ts';

/** The form that travels (documented): a string of UNIX seconds. */
export const dateToSeconds: Refactor = ({ node, segments, isKey }) => {
  const text = textOf(node);
  if (isKey || segments.join() !== 'firstSeen' || text === undefined || /^\s*-?\d+(\.\d+)?\s*$/.test(text)) {
    return undefined;
  }
  const reading = readDate(text);
  if (reading.kind !== 'seconds') return undefined;
  return {
    title: `Write it in UNIX seconds: ${reading.seconds}`,
    changes: [replaceWithText(node, String(reading.seconds))],
  };
};
