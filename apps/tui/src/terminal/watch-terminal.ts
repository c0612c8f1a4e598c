export interface TerminalStreams {
  /** Where the keys come from. */
  readonly stdin: Pick<NodeJS.ReadStream, 'on' | 'isTTY'>;
  readonly stderr: Pick<NodeJS.WriteStream, 'on'>;
}

/**
 * Aborted when the terminal is gone: its window was closed, and its streams end or fail from then on. Nothing else
 * listens for that; without this a failure would count as a mistake of the program, and an end would leave it without
 * anything to wait for.
 */
export function watchTerminal({ stdin, stderr }: TerminalStreams): AbortSignal {
  const controller = new AbortController();
  const onGone = () => controller.abort();
  for (const stream of [stdin, stderr]) stream.on('error', onGone);
  if (stdin.isTTY) stdin.on('end', onGone);
  return controller.signal;
}

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
