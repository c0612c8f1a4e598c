/** How many colors there are, as `FORCE_COLOR` counts: none, 16, 256, 16 million. */
export type ColorLevel = '0' | '1' | '2' | '3';

/** The color level of a terminal with this color depth; none where the user wants none. */
export function colorLevel(
  bits: number,
  { NO_COLOR: noColor = '' }: Readonly<Record<string, string | undefined>>,
): ColorLevel {
  if (noColor !== '' || bits < 4) return '0';
  if (bits < 8) return '1';
  return bits < 24 ? '2' : '3';
}
