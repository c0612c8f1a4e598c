import { type DraftView, viewDraft } from '../customer/draft-view.ts';
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
export function validateCustomer(customer: CustomerToValidate, context: ValidationContext): Issue[] {
  return validateView(viewDraft(customer.draft), customer.issues ?? [], context);
}

/** The same for a draft that was viewed already, with the issues from reading it. */
export function validateView(view: DraftView, issues: readonly Issue[], context: ValidationContext): Issue[] {
  const unread = unreadPlaces(issues);
  const found = collectIssues<Issue>();
  for (const issue of issues) found.add(issue);
  // A thousand errors of reading leave no room for what rules find, and hide where they should not look.
  if (issues.filter(isError).length < maxIssues) {
    const ruleContext = { ...context, unread };
    const report = (issue: Issue) => {
      if (!unread.covers(issue.path)) found.add(issue);
    };
    for (const rule of draftRules) rule.find(view, ruleContext, report);
  }
  return withoutConsequences(found.list()).sort((one, other) => fieldOrder(one) - fieldOrder(other));
}

/** Of a variable without a value, nothing else is reported: its text is not what is meant. */
function withoutConsequences(issues: Issue[]): Issue[] {
  const isUnresolved = ({ code }: Issue) => code === 'unresolved-variable';
  if (!issues.some(isUnresolved)) return issues;
  const places = pointerSet(issues.filter(isUnresolved).map(({ path }) => path));
  return issues.filter((issue) => isUnresolved(issue) || !places.covers(issue.path));
}

/** The others are reported while the input is read or sent. */
const draftRules = rules.filter(
  (rule) => rule.checkText ?? rule.checkDate ?? rule.checkTag ?? rule.checkEntry ?? rule.check,
);

/** A duplicate key does not count: its later value is read. */
function unreadPlaces(issues: readonly Issue[]): PointerSet {
  if (issues.length === 0) return nowhere;
  const unread = issues.filter((issue) => isError(issue) && issue.code !== 'duplicate-key');
  return pointerSet(unread.map(({ path }) => path));
}

const nowhere = pointerSet([]);

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
