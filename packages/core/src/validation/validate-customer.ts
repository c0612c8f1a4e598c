import { customerFields } from '../customer/customer-fields.ts';
import { type JsonPointer, pointerSegments } from '../customer/json-pointer.ts';
import { type PointerSet, pointerSet } from '../customer/pointer-set.ts';
import type { ListIssue } from './list-rules.ts';
import type { ReadCustomer } from './read-customer.ts';
import type { ReadingIssue } from './reading-issues.ts';
import type { JudgeContext } from './rule-context.ts';
import { type RuleIssue, rules } from './rules.ts';

/** A problem that the kit finds by itself. */
export type LocalIssue = ReadingIssue | RuleIssue | ListIssue;

/**
 * Judges a customer by every rule: what was found while reading it, then what the rules find, in the order of the
 * fields. Where a value could not be read, no rule adds to that.
 */
export function validateCustomer({ draft, issues }: ReadCustomer, context: JudgeContext): LocalIssue[] {
  const unread = unreadPlaces(issues);
  const found = rules
    .flatMap((rule): readonly RuleIssue[] => [...rule(draft, { ...context, unread })])
    .filter(({ path }) => !unread.covers(path));
  return [...issues, ...found].sort((one, other) => fieldOrder(one.path) - fieldOrder(other.path));
}

/** Of a key written twice the later value is read all the same. */
function unreadPlaces(issues: readonly ReadingIssue[]): PointerSet {
  const unread = issues.filter(({ code, severity }) => severity === 'error' && code !== 'duplicate-key');
  return pointerSet(unread.map(({ path }) => path));
}

/** The whole customer first, then the fields as people are asked for them, then what is no field. */
function fieldOrder(path: JsonPointer): number {
  const [key] = pointerSegments(path);
  if (key === undefined) return -1;
  const index = customerFields.findIndex((field) => field.key === key);
  return index === -1 ? customerFields.length : index;
}
