import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';

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

/**
 * Where keys come from: standard input, or the terminal itself when the customer comes through standard input.
 * Plain standard input without a terminal, as in an unattended job.
 */
export function openKeySource(
  { stdin, platform }: Pick<NodeJS.Process, 'stdin' | 'platform'>,
  from: string | undefined,
): ReadStream {
  // Windows has no device of that name; there the customer comes from a file.
  if (stdin.isTTY || from !== '-' || platform === 'win32') return stdin;
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch {
    return stdin;
  }
}

/** Notices a mistake of our own that nothing caught, in time to leave in good order. */
export interface WatchedCrashes {
  /** Aborted by the first one. */
  readonly signal: AbortSignal;
  /** What was thrown, as text; `undefined` as long as all is well. */
  readonly crash: string | undefined;
  /** Takes a mistake that was caught on its way, as one that nothing caught. */
  take(error: unknown): void;
  stop(): void;
}

/** A second mistake, on the way out, ends the program as Node does. */
export function watchCrashes(process: NodeJS.Process): WatchedCrashes {
  const controller = new AbortController();
  let crash: string | undefined;
  const onCrash = (error: unknown) => {
    crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.off('uncaughtException', onCrash);
    controller.abort();
  };
  process.on('uncaughtException', onCrash);
  return {
    signal: controller.signal,
    get crash() {
      return crash;
    },
    take: onCrash,
    stop: () => process.off('uncaughtException', onCrash),
  };
}
