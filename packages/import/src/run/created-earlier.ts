import type { CheckedRow } from '../check/check-rows.ts';
import { HashIndex } from '../check/hash-index.ts';
import { type Hash, rowKeyText, shortHash } from '../check/row-key.ts';
import type { RowResult } from './run-store.ts';

/**
 * The emails of rows that were created, with HelpCrunch's ids, in about 25 bytes each. A search does not show the newest
 * customers yet: without this, whether a row with the email of an earlier one is skipped would be a matter of luck.
 */
export class CreatedEmails {
  readonly #ids = new HashIndex();
  readonly #hash: Hash;

  constructor(hash: Hash) {
    this.#hash = hash;
  }

  add(row: CheckedRow, result: RowResult | undefined): void {
    if (result?.state !== 'created') return;
    const email = this.#keyOf(row);
    const id = Number(result.id);
    if (email !== undefined) this.#ids.set(email, Number.isSafeInteger(id) && id > 0 ? id : -1);
  }

  /** The customer with the email of a row; its id where that is known. */
  find(row: CheckedRow): { readonly id?: string } | undefined {
    const email = this.#keyOf(row);
    const id = email === undefined ? undefined : this.#ids.get(email);
    if (id === undefined) return undefined;
    return id > 0 ? { id: String(id) } : {};
  }

  #keyOf({ plan: { request } }: CheckedRow): number | undefined {
    return request.email === undefined ? undefined : shortHash(this.#hash(request.email.toLowerCase()));
  }
}

/**
 * Customers that were created alone, by their entries in the ledger, and are the customers of rows: each of one row, so that
 * of two rows with the same content only the first is left out.
 */
export class CreatedAlone {
  readonly #entryOf = new Map<string, string>();
  readonly #taken = new Set<string>();

  add({ key }: CheckedRow, result: RowResult | undefined): void {
    if (result?.state !== 'skipped' || result.ledgerId === undefined) return;
    this.#entryOf.set(rowKeyText(key), result.ledgerId);
    this.#taken.add(result.ledgerId);
  }

  /** True when the customer of an entry is that of the row; no other row gets it from then on. */
  isOf({ key }: CheckedRow, ledgerId: string): boolean {
    const known = this.#entryOf.get(rowKeyText(key));
    if (known !== undefined || this.#taken.has(ledgerId)) return known === ledgerId;
    this.#entryOf.set(rowKeyText(key), ledgerId);
    this.#taken.add(ledgerId);
    return true;
  }
}
