import { Text } from 'ink';
import { printable } from '../terminal/printable.ts';
import { fit } from '../view/fit.ts';
import type { ViewLine } from '../view/view.ts';
import { toneStyle } from './tone-style.ts';

interface BodyLineProps {
  readonly line: ViewLine;
  /** `undefined` where there is nothing to choose. */
  readonly selected: boolean | undefined;
  readonly width: number;
}

/** One row, whatever its text: cut where it would wrap. */
export function BodyLine({ line, selected, width }: BodyLineProps) {
  const pointer = selected === undefined ? '' : selected ? '❯ ' : '  ';
  const room = width - pointer.length - (line.swatch === undefined ? 0 : 3);
  return (
    <Text {...toneStyle[line.tone]} bold={selected === true || line.tone === 'strong'}>
      {pointer}
      {line.swatch !== undefined && <Text color={line.swatch}>██ </Text>}
      {fit(printable(line.text), room)}
    </Text>
  );
}
