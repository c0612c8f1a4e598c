import {
  certainSuggestion,
  type Issue,
  isJsonObject,
  type JsonObject,
  type JsonPointer,
  type JsonValue,
  type Plan,
  pointerSegments,
} from '@helpcrunch-customer-kit/core';

/** A value that was replaced by its certain fix. */
export interface AppliedFix {
  readonly path: JsonPointer;
  readonly before: string;
  readonly after: string;
}

/** A customer with the certain fixes of its errors, and what they changed; the plan is as given where there are none. */
export interface FixedCustomer {
  readonly plan: Plan;
  readonly fixes: readonly AppliedFix[];
}

/**
 * Writes the certain suggestion in place of each wrong value. A fix that leads to another error is left out: the value
 * stays as it was, with its own. `planOf` reads and validates a customer as the given one was.
 */
export function fixCustomer(
  customer: JsonObject,
  plan: Plan,
  planOf: (customer: JsonObject) => Plan,
): FixedCustomer {
  let [current, result]: [JsonObject, FixedCustomer] = [customer, { plan, fixes: [] }];
  for (const issue of plan.issues) {
    const fixed = applyFix(current, issue);
    if (!fixed) continue;
    const next = planOf(fixed.customer);
    if (errors(next) >= errors(result.plan)) continue;
    current = fixed.customer;
    result = { plan: next, fixes: [...result.fixes, fixed.fix] };
  }
  return result;
}

function applyFix(
  customer: JsonObject,
  issue: Issue,
): { readonly customer: JsonObject; readonly fix: AppliedFix } | undefined {
  const after = issue.severity === 'error' ? certainSuggestion(issue) : undefined;
  if (after === undefined || ('part' in issue && issue.part === 'property')) return undefined;
  const { path } = issue;
  const before = valueAt(customer, pointerSegments(path));
  if (typeof before !== 'string') return undefined;
  return {
    customer: withValue(customer, pointerSegments(path), after) as JsonObject,
    fix: { path, before, after },
  };
}

function valueAt(value: JsonValue | undefined, [first, ...rest]: readonly string[]): JsonValue | undefined {
  if (first === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(first)] as JsonValue | undefined, rest);
  return isJsonObject(value) ? valueAt(value[first], rest) : undefined;
}

function withValue(value: JsonValue, [first, ...rest]: readonly string[], after: string): JsonValue {
  if (first === undefined) return after;
  if (Array.isArray(value)) {
    return value.map((item: JsonValue, index) =>
      String(index) === first ? withValue(item, rest, after) : item,
    );
  }
  if (!isJsonObject(value)) return value;
  return { ...value, [first]: withValue(value[first] ?? '', rest, after) };
}

function errors({ issues }: Plan): number {
  return issues.filter(({ severity }) => severity === 'error').length;
}
