import {
  issueMessage,
  type JsonPointer,
  planCustomer,
  pointerSegments,
  type ReadCustomer,
  readLooseText,
} from '@helpcrunch-customer-kit/core';
import {
  type Cell,
  type CheckedRow,
  CustomerNames,
  type Hash,
  type Row,
  rowHasher,
} from '@helpcrunch-customer-kit/import';

/** A customer of a list as a row, with its JSON for result files. */
export type ListedRow = CheckedRow<Row & { readonly source: Uint8Array }>;

/** One of several customers that were chosen together. */
export interface ListedCustomer {
  readonly name: string;
  readonly customer: ReadCustomer;
  /** The JSON or the literal that it was read from. */
  readonly text: string;
}

/** For a customer that is equal to an earlier one. */
export const equalMessage = 'The same as another one in this list.';

/**
 * Customers as the rows of an import. A row is known by its values, as the row of a JSON file is: what was created from that
 * file, here or in the terminal, is not created again.
 */
export function listRows(
  customers: readonly ListedCustomer[],
  { now, hash }: { readonly now: number; readonly hash: Hash },
): ListedRow[] {
  const values = customers.map(({ text }) => valuesOf(text));
  const header = [...new Set(values.flatMap((cells) => [...cells.keys()]))];
  const hashOf = rowHasher({ header, format: { kind: 'json' } }, hash);
  const names = new CustomerNames('json', hash);
  const counts = new Map<string, number>();
  return customers.map(({ customer, text }, index) => {
    const plan = planCustomer(customer, { now });
    const cells = header.map((key) => values[index]?.get(key));
    const line = index + 1;
    const row = { line, cells, source: new TextEncoder().encode(jsonOf(text)) };
    const hashed = hashOf(row);
    const occurrence = counts.get(hashed) ?? 0;
    counts.set(hashed, occurrence + 1);
    // With a variable, equal texts are different customers.
    const isEqual = occurrence > 0 && !customer.variables;
    const verdict = isEqual ? 'duplicate' : plan.isReady ? 'ready' : 'invalid';
    // A variable has another value each time.
    const isNamed = verdict === 'ready' && !customer.variables;
    const key = { hash: hashed, occurrence, customer: isNamed ? names.nameOf(plan.request) : undefined };
    const columnOf = (path: JsonPointer) => pointerSegments(path)[0];
    const issues = isEqual
      ? [{ code: 'same-row', severity: 'advice', line, column: undefined, message: equalMessage } as const]
      : plan.issues.map((issue) => {
          const { code, severity, path } = issue;
          return { code, severity, line, column: columnOf(path), message: issueMessage(issue) };
        });
    return { row, key, plan, verdict, issues, columnOf };
  });
}

/** As it is written where that is JSON, and else, with comments or as a literal of code, as JSON of the same values. */
function jsonOf(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(readLooseText(text).value ?? {});
  }
}

function valuesOf(text: string): ReadonlyMap<string, Cell> {
  const { tree, text: source } = readLooseText(text);
  const cells = new Map<string, Cell>();
  for (const { children: [key, value] = [] } of tree?.children ?? []) {
    if (!key || !value) continue;
    const { type, offset, length } = value;
    const json = { json: source.slice(offset, offset + length) };
    cells.set(String(key.value), type === 'string' ? String(value.value) : type === 'null' ? '' : json);
  }
  return cells;
}
