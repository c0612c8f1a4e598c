import { viewDraft } from '../customer/draft-view.ts';
import { customerFields } from '../customer/fields.ts';
import { type PointerSet, pointerSegments, pointerSet } from '../customer/json.ts';
import type { ReadCustomer } from '../reading/read-customer.ts';
import { collectIssues, maxIssues } from './issue-collector.ts';
import type { ValidationContext } from './rule.ts';
import { type Issue, rules } from './rules.ts';

/** A customer that was read, with the issues from reading; or a draft that a person edits, which has none. */
export type CustomerToValidate = Pick<ReadCustomer, 'draft'> & Partial<ReadCustomer>;

/**
 * Validates a customer by every rule: the issues from reading it, then those that the rules find, in the order of the
 * fields. Rules add nothing where a value could not be read.
 */
export function validateCustomer(
  { draft, issues = [] }: CustomerToValidate,
  context: ValidationContext,
): Issue[] {
  const unread = unreadPlaces(issues);
  const found = collectIssues<Issue>();
  for (const issue of issues) found.add(issue);
  // A thousand errors of reading leave no room for what rules find, and hide where they should not look.
  if (issues.filter(isError).length < maxIssues) {
    const view = viewDraft(draft);
    for (const rule of rules) {
      for (const issue of rule.find(view, { ...context, unread })) {
        if (!unread.covers(issue.path)) found.add(issue);
      }
    }
  }
  return found.list().sort((one, other) => fieldOrder(one) - fieldOrder(other));
}

/** A duplicate key does not count: its later value is read. */
function unreadPlaces(issues: readonly Issue[]): PointerSet {
  const unread = issues.filter((issue) => isError(issue) && issue.code !== 'duplicate-key');
  return pointerSet(unread.map(({ path }) => path));
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

const fieldIndices = new Map<string, number>(customerFields.map(({ key }, index) => [key, index]));

/** The whole customer first, then the fields in their order, then unknown fields, then the count of further issues. */
function fieldOrder({ code, path }: Issue): number {
  if (code === 'more-issues') return customerFields.length + 1;
  const [key] = pointerSegments(path);
  if (key === undefined) return -1;
  return fieldIndices.get(key) ?? customerFields.length;
}
