import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { builtPeers, wizard } from '../places.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics/rounds.ts';
import { bareNode } from '../terminal/contenders.ts';

/** A whole `--help`, beside a Node that starts and ends; milliseconds. */
export async function measureHelp(rounds: number): Promise<Record<string, Figure>> {
  const run = async (...argv: readonly string[]) => {
    const start = performance.now();
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${argv} ended with ${code}.`);
    return performance.now() - start;
  };
  const samples = await takeRounds(
    { [ours]: () => run(wizard, '--help'), [bareNode]: () => run(join(builtPeers, 'nothing.js')) },
    { rounds, warmUps: 2 },
  );
  return { help: toFigure(samples) };
}
