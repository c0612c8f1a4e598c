import { holds } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { type JsonPointer, pointerSegments } from '../../src/customer/json.ts';
import type { Issue } from '../../src/rules/rules.ts';
import { issueMessage } from '../../src/rules/rules.ts';
import { wordingIssue } from '../wording-issue.ts';

/** What holds of every issue: it has a sentence, and is in the input or, for what is missing, in its parent. */
export function expectSound(issues: readonly Issue[], input: unknown): void {
  for (const issue of issues) {
    const wording = wordingIssue(issueMessage(issue));
    holds(wording === undefined, `${issue.code}:`, wording);
    holds(hasParent(input, issue.path), `${issue.code} stands nowhere:`, issue.path);
  }
}

function hasParent(input: unknown, path: JsonPointer): boolean {
  let part = input;
  for (const segment of pointerSegments(path)) {
    if (typeof part !== 'object' || part === null) return false;
    part = Object.hasOwn(part, segment) ? (part as Record<string, unknown>)[segment] : undefined;
    if (part === undefined) return path.endsWith(`/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
  return true;
}
