import type { JsonObject, JsonPointer, Plan, Severity } from '@helpcrunch-customer-kit/core';
import { customerOfRow, type MappedRow } from '../mapping/customer-of-row.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Row, Table } from '../table/table.ts';
import { type AppliedFix, fixCustomer } from './fix-customer.ts';
import { HashIndex } from './hash-index.ts';
import { comparedValues, planMapped, rowIssues, sameRowMessage, sharedIssues } from './row-issues.ts';
import { CustomerNames, type Hash, type RowKey, rowHasher, shortHash } from './row-key.ts';

/** Something about one row, in the terms of the file. */
export interface LineIssue {
  /** The code of a rule of core, or one of ours: `same-row`, `same-user-id`, `same-email`, `not-a-number`, … */
  readonly code: string;
  readonly severity: Severity;
  readonly line: number;
  /** The header of the column; `undefined` for the whole row. */
  readonly column: string | undefined;
  readonly message: string;
}

/** A row that was read, mapped and validated. Nothing left the machine for it. */
export interface CheckedRow<R extends Row = Row> {
  readonly row: R;
  readonly key: RowKey;
  readonly plan: Plan;
  readonly issues: readonly LineIssue[];
  /** `duplicate`: equal to an earlier row, and left out. */
  readonly verdict: 'ready' | 'invalid' | 'duplicate';
  /** The header of the column that a part of the customer comes from. */
  columnOf(path: JsonPointer): string | undefined;
}

export interface CheckOptions {
  readonly mapping: Mapping;
  readonly hash: Hash;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Values for every customer whose row has none of its own. */
  readonly defaults?: JsonObject | undefined;
  /** Writes certain fixes in place of wrong values. */
  readonly fix?: boolean | undefined;
  /** Whether rows with the same cells are created once or each time. */
  readonly equalRows?: 'skip' | 'create' | undefined;
}

/**
 * Reads, maps and validates every row, and finds rows of the same customer within the file. Memory grows by about 75
 * bytes a row.
 */
export async function* checkRows<R extends Row>(
  table: Pick<Table, 'header' | 'format'>,
  batches: AsyncIterable<readonly R[]>,
  options: CheckOptions,
): AsyncGenerator<CheckedRow<R>> {
  const check = new RowChecker(table, options);
  // Not `yield*`, which waits twice for each.
  for await (const rows of batches) for (const row of rows) yield check.next(row);
}

class RowChecker {
  readonly #header: readonly string[];
  readonly #options: CheckOptions;
  readonly #hashOf: (row: Row) => string;
  readonly #rows = new HashIndex(Uint32Array);
  readonly #repeats = new Map<string, number>();
  readonly #userIds = new HashIndex(Uint32Array);
  readonly #emails = new HashIndex(Uint32Array);
  readonly #names: CustomerNames;

  constructor(table: Pick<Table, 'header' | 'format'>, options: CheckOptions) {
    this.#header = table.header;
    this.#options = options;
    this.#hashOf = rowHasher(table, options.hash);
    this.#names = new CustomerNames(table.format.kind, options.hash);
  }

  next<R extends Row>(row: R): CheckedRow<R> {
    const { defaults, equalRows = 'skip' } = this.#options;
    const hash = this.#hashOf(row);
    const earlier = firstLine(this.#rows, hash, row);
    const occurrence = earlier === undefined ? 0 : (this.#repeats.get(hash) ?? 0) + 1;
    if (occurrence > 0) this.#repeats.set(hash, occurrence);
    const { mapped, plan, fixes } = this.#plan(row, defaults);
    const isDuplicate = earlier !== undefined && equalRows === 'skip';
    const issues = isDuplicate
      ? [this.#issue(row, 'same-row', 'advice', undefined, sameRowMessage(earlier))]
      : [
          ...this.#issues(row, plan, mapped),
          ...this.#fixed(row, fixes, mapped),
          ...this.#shared(row, plan, mapped),
        ];
    const isInvalid = issues.some(({ severity }) => severity === 'error');
    const verdict = isDuplicate ? 'duplicate' : isInvalid ? 'invalid' : 'ready';
    const columnOf = (path: JsonPointer) => this.#header[mapped.columnOf(path) ?? -1];
    // Defaults are not part of what a row is.
    const named = () => this.#names.nameOf((defaults ? this.#plan(row).plan : plan).request);
    const customer = verdict === 'ready' ? named() : undefined;
    return { row, key: { hash, occurrence, customer }, plan, issues, verdict, columnOf };
  }

  #plan(row: Row, defaults?: JsonObject) {
    const { mapping, now, fix = false } = this.#options;
    const mapped = customerOfRow(row, mapping, defaults);
    const planOf = (customer: JsonObject) => planMapped(mapped, customer, now);
    const plan = planOf(mapped.customer);
    return { mapped, ...(fix ? fixCustomer(mapped.customer, plan, planOf) : { plan, fixes: [] }) };
  }

  #issues(row: Row, plan: Plan, mapped: MappedRow): LineIssue[] {
    return rowIssues(plan, mapped).map(({ code, severity, column, message }) =>
      this.#issue(row, code, severity, column, message),
    );
  }

  #fixed(row: Row, fixes: readonly AppliedFix[], { columnOf }: MappedRow): LineIssue[] {
    return fixes.map(({ path, before, after }) =>
      this.#issue(row, 'fixed', 'advice', columnOf(path), `Fixed: "${before}" is sent as "${after}".`),
    );
  }

  /** A user ID is unique in HelpCrunch, an email is not. */
  #shared(row: Row, plan: Plan, { columnOf }: MappedRow): LineIssue[] {
    const { hash } = this.#options;
    const { userId, email } = comparedValues(plan);
    const find = (index: HashIndex, value: string | undefined) =>
      value === undefined ? undefined : firstLine(index, hash(value), row);
    const sameId = find(this.#userIds, userId);
    const sameEmail = find(this.#emails, email);
    return sharedIssues(sameId, sameEmail).map(({ code, severity, path, message }) =>
      this.#issue(row, code, severity, columnOf(path), message),
    );
  }

  #issue(
    { line }: Row,
    code: string,
    severity: Severity,
    column: number | undefined,
    message: string,
  ): LineIssue {
    return { code, severity, line, column: column === undefined ? undefined : this.#header[column], message };
  }
}

/** The line that was found first under a hash; `undefined` when that is this row. */
function firstLine(index: HashIndex, hash: string, { line }: Row): number | undefined {
  const short = shortHash(hash);
  const known = index.get(short);
  if (known === undefined) index.set(short, line);
  return known;
}
