import { Text } from 'ink';
import { printable } from '../terminal/printable.ts';
import type { ViewLine } from '../view/view.ts';
import { toneStyle } from './tone-style.ts';

/** Sentences, a row each: `fitView` has laid them out. */
export function Notes({ lines }: { readonly lines: readonly ViewLine[] }) {
  return lines.map(({ text, tone }, index) => (
    <Text key={index} {...toneStyle[tone]} wrap="truncate">
      {printable(text)}
    </Text>
  ));
}
