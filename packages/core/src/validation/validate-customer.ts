import type { CustomerDraft } from '../customer/customer-draft.ts';
import { customerFields } from '../customer/customer-fields.ts';
import { isWithin, type JsonPointer, pointerSegments } from '../customer/json-pointer.ts';
import type { ReadCustomer } from './read-customer.ts';
import type { ReadingIssue } from './reading-issues.ts';
import type { RuleContext } from './rule-context.ts';
import { type RuleIssue, rules } from './rules.ts';

/** A problem that the kit finds by itself. */
export type LocalIssue = ReadingIssue | RuleIssue;

/**
 * Judges a customer by every rule: what was found while reading it, then what the rules find, in the order of the
 * fields. Where a value could not be read, no rule adds to that.
 */
export function validateCustomer({ draft, issues }: ReadCustomer, context: RuleContext): LocalIssue[] {
  const unread = issues.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  const found = judge(draft, context).filter(({ path }) => !unread.some((other) => overlaps(path, other)));
  return [...issues, ...found].sort((one, other) => fieldOrder(one.path) - fieldOrder(other.path));
}

function judge(draft: CustomerDraft, context: RuleContext): RuleIssue[] {
  return rules.flatMap((rule) => [...rule(draft, context)]);
}

function overlaps(one: JsonPointer, other: JsonPointer): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** The whole customer first, then the fields as people are asked for them, then what is no field. */
function fieldOrder(path: JsonPointer): number {
  const [key] = pointerSegments(path);
  if (key === undefined) return -1;
  const index = customerFields.findIndex((field) => field.key === key);
  return index === -1 ? customerFields.length : index;
}
