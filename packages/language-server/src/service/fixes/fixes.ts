import type { LocatedIssue } from '../issues.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import type { Fix, PreparedFix } from './fix.ts';
import { removalFixes } from './removal-fixes.ts';
import { suggestionFixes } from './suggestion-fixes.ts';
import { valueFixes } from './value-fixes.ts';

/** All quick fixes. To add one, add a `defineFix` to the list of its family. */
const fixes: readonly Fix[] = [...valueFixes, ...suggestionFixes, ...removalFixes];

/** Every fix that applies to an issue. */
export function fixesFor(parsed: ParsedDocument, located: LocatedIssue): PreparedFix[] {
  return fixes.flatMap((fix) => fix(parsed, located) ?? []);
}
