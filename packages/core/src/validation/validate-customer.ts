import { customerFields } from '../customer/customer-fields.ts';
import { pointerSegments } from '../customer/json-pointer.ts';
import { type PointerSet, pointerSet } from '../customer/pointer-set.ts';
import { collectIssues, mostIssues } from './issue-collector.ts';
import type { ListIssue } from './list-rules.ts';
import type { ReadCustomer } from './read-customer.ts';
import type { ReadingIssue } from './reading-issues.ts';
import type { JudgeContext } from './rule-context.ts';
import { type RuleIssue, rules } from './rules.ts';

/** A problem that the kit finds by itself. */
export type LocalIssue = ReadingIssue | RuleIssue | ListIssue;

/** A customer as it was read, with what was found on the way; or a draft that people edit, where nothing is. */
export type CustomerToValidate = Pick<ReadCustomer, 'draft'> & Partial<ReadCustomer>;

/**
 * Judges a customer by every rule: what was found while reading it, then what the rules find, in the order of the
 * fields. Where a value could not be read, no rule adds to that.
 */
export function validateCustomer(
  { draft, issues = [] }: CustomerToValidate,
  context: JudgeContext,
): LocalIssue[] {
  const unread = unreadPlaces(issues);
  const found = collectIssues<LocalIssue>();
  for (const issue of issues) found.add(issue);
  // A thousand errors of reading leave no room for what rules find, and hide where they should not look.
  for (const rule of issues.filter(isError).length < mostIssues ? rules : []) {
    for (const issue of rule(draft, { ...context, unread })) {
      if (!unread.covers(issue.path)) found.add(issue);
    }
  }
  return found.list().sort((one, other) => fieldOrder(one) - fieldOrder(other));
}

/** Of a key written twice the later value is read all the same. */
function unreadPlaces(issues: readonly ReadingIssue[]): PointerSet {
  const unread = issues.filter(({ code, severity }) => severity === 'error' && code !== 'duplicate-key');
  return pointerSet(unread.map(({ path }) => path));
}

function isError({ severity }: ReadingIssue): boolean {
  return severity === 'error';
}

/** The whole customer first, then the fields as people are asked for them, what is no field, and what is not told. */
function fieldOrder({ code, path }: LocalIssue): number {
  if (code === 'more-findings') return customerFields.length + 1;
  const [key] = pointerSegments(path);
  if (key === undefined) return -1;
  const index = customerFields.findIndex((field) => field.key === key);
  return index === -1 ? customerFields.length : index;
}
