import type { TextRange } from '@helpcrunch-customer-kit/core';
import { shiftThrough, type TextChange } from '../source/tracked-text.ts';
import { movedThrough } from '../source/whereabouts.ts';
import { type Problem, placeAgain } from './problem-ranges.ts';

/**
 * The problems left after an edit, in the text after it: moved with their text, found again by their path where that
 * was written anew with the same value, gone where the value was changed.
 */
export function afterEdit(
  problems: readonly Problem[],
  changes: readonly TextChange[],
  documentText: string,
): Problem[] {
  return problems.flatMap((problem) => {
    const subject = { ...problem.subject, where: movedThrough(problem.subject.where, changes) };
    const about = shiftThrough(problem.about, changes);
    if (!about) {
      const place = placeAgain(subject, documentText);
      return place ? [{ ...problem, ...place, subject }] : [];
    }
    const offset = problem.range.offset + about.offset - problem.about.offset;
    return [{ ...problem, subject, about, range: { ...problem.range, offset } }];
  });
}

/** The problems found again, by their paths, in a text that was changed out of sight. */
export function inOtherText(problems: readonly Problem[], documentText: string): Problem[] {
  return problems.flatMap((problem) => {
    const subject = { ...problem.subject, where: { ...problem.subject.where, piece: undefined } };
    const place = placeAgain(subject, documentText);
    return place ? [{ ...problem, ...place, subject }] : [];
  });
}

/** The problems outside of a span: what a new create of the customer in it makes obsolete is left out. */
export function outside(problems: readonly Problem[], { offset, length }: TextRange): Problem[] {
  return problems.filter(({ range }) => range.offset < offset || range.offset > offset + length);
}
