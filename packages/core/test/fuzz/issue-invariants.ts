import { holds } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { type JsonPointer, pointerSegments } from '../../src/customer/json.ts';
import { type Issue, issueMessage } from '../../src/rules/rules.ts';

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

/** The problem of a message for people, if any: it must be one line, end as a sentence or with an example, and have no holes. */
export function wordingIssue(message: string): string | undefined {
  // Quoted text comes from elsewhere.
  const ours = message.replaceAll(/".*"/g, '""');
  const isOthers = message.startsWith('HelpCrunch says: ');
  if (/[\p{Cc}\u2028\u2029]/u.test(message)) return `more than a line: ${JSON.stringify(message)}`;
  if (!isOthers && !/^[A-Z0-9"[].*(?:[.?]|Examples?: .*)$/.test(message)) return `no sentence: ${message}`;
  if (!isOthers && /undefined|NaN|\[object|function/.test(ours)) return `a hole: ${message}`;
  return message.length > (isOthers ? 2600 : 900) ? `too long: ${message}` : undefined;
}
