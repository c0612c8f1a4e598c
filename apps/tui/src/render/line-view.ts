import type { Line } from '../input/line.ts';
import { windowOf } from './fit.ts';
import { type InputView, lineWidth, type Size } from './view.ts';

/** What stands before every line that is edited; two cells. */
export const prompt = '› ';

export interface LineViewOptions {
  readonly placeholder: string;
  readonly masked?: boolean;
  readonly size: Size;
}

/** A line as it is drawn: cut to its width, line breaks shown as one cell each, so that offsets stay what they are. */
export function lineView(
  { text, caret }: Line,
  { placeholder, masked = false, size }: LineViewOptions,
): InputView {
  const shown = masked ? '•'.repeat(text.length) : text.replaceAll('\n', '↵');
  const { text: visible, column } = windowOf(shown, caret, lineWidth(size) - prompt.length);
  return { text: visible, column: prompt.length + column, placeholder, masked };
}
