/** A span of a document's text that holds JSON, or is meant to. Offsets are UTF-16 units in the untouched text. */
export interface TextPiece {
  readonly offset: number;
  readonly text: string;
}

/** Where the person is in a document: the cursor alone is an empty selection. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

export interface DocumentView {
  readonly text: string;
  readonly languageId: string;
  readonly selections: readonly OffsetRange[];
}
