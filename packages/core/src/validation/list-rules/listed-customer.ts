import type { CustomerDraft } from '../../customer/customer-draft.ts';
import type { JsonPointer } from '../../customer/json-pointer.ts';

/** A customer in a list, and where in the file it stands. */
export interface ListedCustomer {
  readonly path: JsonPointer;
  readonly draft: CustomerDraft;
}
