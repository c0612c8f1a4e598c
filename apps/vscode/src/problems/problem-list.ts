import type { TextRange } from '@helpcrunch-customer-kit/core';
import { shiftThrough, type TextChange } from '../source/tracked-text.ts';
import type { Problem } from './problem-ranges.ts';

/** The problems left after an edit: moved with their text, gone where the text they are about was changed. */
export function afterEdit(problems: readonly Problem[], changes: readonly TextChange[]): Problem[] {
  return problems.flatMap((problem) => {
    const about = shiftThrough(problem.about, changes);
    if (!about) return [];
    const offset = problem.range.offset + about.offset - problem.about.offset;
    return [{ ...problem, about, range: { ...problem.range, offset } }];
  });
}

/** The problems outside of a span: what a new create of the customer in it makes obsolete is left out. */
export function outside(problems: readonly Problem[], { offset, length }: TextRange): Problem[] {
  return problems.filter(({ range }) => range.offset < offset || range.offset > offset + length);
}
