import stringWidth from 'string-width';
import { takeCells } from './fit.ts';

/** The text as rows no wider than `width` cells: broken between words, and within a word only where it is wider alone. */
export function wrap(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (stringWidth(longer) <= width) {
      row = longer;
      continue;
    }
    if (row !== '') rows.push(row);
    row = word;
    while (stringWidth(row) > width) {
      // A letter wider than the whole row is taken all the same, or this would never end.
      const part = takeCells(row, width) || row;
      rows.push(part);
      row = row.slice(part.length);
    }
  }
  return [...rows, row];
}
