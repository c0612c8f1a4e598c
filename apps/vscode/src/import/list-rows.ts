import { planCustomer, type ReadCustomer, readLooseText } from '@helpcrunch-customer-kit/core';
import { type Cell, type CheckedRow, type Hash, rowHasher } from '@helpcrunch-customer-kit/import';

/** One of several customers that were chosen together. */
export interface ListedCustomer {
  readonly name: string;
  readonly customer: ReadCustomer;
  /** The JSON or the literal that it was read from. */
  readonly text: string;
}

/**
 * Customers as the rows of an import. A row is known by its values, as the row of a JSON file is: what was created from that
 * file, here or in the terminal, is not created again.
 */
export function listRows(
  customers: readonly ListedCustomer[],
  { now, hash }: { readonly now: number; readonly hash: Hash },
): CheckedRow[] {
  const values = customers.map(({ text }) => valuesOf(text));
  const header = [...new Set(values.flatMap((cells) => [...cells.keys()]))];
  const hashOf = rowHasher({ header, format: { kind: 'json' } }, hash);
  const first = new Map<string, number>();
  return customers.map(({ customer, name, text }, index) => {
    const plan = planCustomer(customer, { now });
    const cells = header.map((key) => values[index]?.get(key));
    const row = { line: index + 1, cells, source: new TextEncoder().encode(text) };
    const key = { hash: hashOf(row), occurrence: 0 };
    const earlier = first.get(key.hash);
    first.set(key.hash, earlier ?? index);
    const verdict = earlier !== undefined ? 'duplicate' : plan.isReady ? 'ready' : 'invalid';
    return { row, key, plan, verdict, issues: [], columnOf: () => name };
  });
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
