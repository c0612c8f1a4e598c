import type { Issue, JsonPointer, TextRange } from '@helpcrunch-customer-kit/core';

/** An issue in a document: what it is, whose it is and where it is shown. */
export interface Finding {
  /** Its path begins at the customer. */
  readonly issue: Issue;
  /** Where the customer stands in the file; the root for what concerns the file. */
  readonly customer: JsonPointer;
  /** Where the issue stands in the file. */
  readonly path: JsonPointer;
  /** The text to mark. */
  readonly range: TextRange;
}
