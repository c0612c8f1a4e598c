import type { TextRange } from '@helpcrunch-customer-kit/core';
import type { TextChange } from './tracked-text.ts';

/** Where a span stands after a change in or around it; `undefined` when the change took it in, and more. */
export function growRange({ offset, length }: TextRange, change: TextChange): TextRange | undefined {
  const end = offset + length;
  const changeEnd = change.rangeOffset + change.rangeLength;
  const more = change.text.length - change.rangeLength;
  if (change.rangeOffset >= end) return { offset, length };
  if (changeEnd <= offset) return { offset: offset + more, length };
  const isTakenIn = change.rangeOffset <= offset && changeEnd >= end;
  if (isTakenIn && change.rangeLength > length) return undefined;
  const start = Math.min(offset, change.rangeOffset);
  return { offset: start, length: Math.max(end, changeEnd) + more - start };
}

/** `growRange` over all changes of one event; their offsets all count the text before the event. */
export function growThrough(range: TextRange, changes: readonly TextChange[]): TextRange | undefined {
  const fromTheEnd = [...changes].sort((one, other) => other.rangeOffset - one.rangeOffset);
  return fromTheEnd.reduce<TextRange | undefined>(
    (grown, change) => grown && growRange(grown, change),
    range,
  );
}
