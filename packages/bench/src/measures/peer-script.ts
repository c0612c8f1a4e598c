import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { peersFolder } from '../places.ts';
import { type Figure, toFigure } from '../results.ts';
import type { Samples } from '../statistics/rounds.ts';

const run = promisify(execFile);

/** Runs a measure that needs the peers' libraries in a process of its own, and takes what it prints. */
export async function runPeerScript(
  name: string,
  argv: readonly string[] = [],
): Promise<Record<string, Figure>> {
  const { stdout } = await run(process.execPath, [join(peersFolder, 'src/measures', `${name}.ts`), ...argv], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const measured: Record<string, Samples> = JSON.parse(stdout);
  return Object.fromEntries(Object.entries(measured).map(([id, samples]) => [id, toFigure(samples)]));
}
