import type { CheckedRow } from '../check/check-rows.ts';
import { HashIndex } from '../check/hash-index.ts';
import { type Hash, shortHash } from '../check/row-key.ts';
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
