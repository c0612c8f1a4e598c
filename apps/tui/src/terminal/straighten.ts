export interface Frame {
  /** How wide each row was drawn. */
  readonly widths: readonly number[];
  /** Where the cursor stands, in cells from the upper left; below the last row where there is none. */
  readonly cursor: { readonly x: number; readonly y: number } | undefined;
}

/**
 * What a terminal that has become narrower is told, so that what was drawn lies as it was drawn: rows that no longer fit
 * have been broken into several, and whoever counts rows would erase too few of them. Clears the frame, from its first
 * row on, and leaves as many empty rows, the cursor where it was among them.
 */
export function straighten({ widths, cursor }: Frame, columns: number): string {
  const { x, y } = cursor ?? { x: 0, y: widths.length };
  const broken = widths.slice(0, y).map((width) => Math.max(1, Math.ceil(width / columns)));
  const above = broken.reduce((sum, rows) => sum + rows, Math.floor(x / columns));
  return `\r${up(above)}\u001b[J${'\n'.repeat(widths.length)}${up(widths.length - y)}`;
}

function up(rows: number): string {
  return rows === 0 ? '' : `\u001b[${rows}A`;
}
