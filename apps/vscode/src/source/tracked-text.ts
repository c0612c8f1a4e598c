import type { TextRange } from '@helpcrunch-customer-kit/core';

/** An edit as an editor reports it, in offsets of the text before it. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Where a range stands after a change; `undefined` when the change touched it. */
export function shiftRange(range: TextRange, change: TextChange): TextRange | undefined {
  const changeEnd = change.rangeOffset + change.rangeLength;
  if (change.rangeOffset >= range.offset + range.length) return range;
  if (changeEnd > range.offset) return undefined;
  const offset = range.offset + change.text.length - change.rangeLength;
  return { offset, length: range.length };
}

/** `shiftRange` over all changes of one event; their offsets all count the text before the event. */
export function shiftThrough(range: TextRange, changes: readonly TextChange[]): TextRange | undefined {
  const fromTheEnd = [...changes].sort((one, other) => other.rangeOffset - one.rangeOffset);
  return fromTheEnd.reduce<TextRange | undefined>(
    (shifted, change) => shifted && shiftRange(shifted, change),
    range,
  );
}
