import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { bareNode } from '../budgets.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics.ts';
import { bareNodeAsking, type Program, wizard, wizardOpening } from '../terminal/programs.ts';
import { PtySession } from '../terminal/pty-session.ts';

/** From start to the first byte, and to the first frame that takes keys, in a pseudo-terminal; milliseconds. */
export async function measureStart(rounds: number): Promise<Record<string, Figure>> {
  const firstBytes: Record<string, number[]> = { [ours]: [], [bareNode]: [] };
  const start = async (name: string, { command, ready }: Program) => {
    await using session = new PtySession(command);
    const frame = await session.shows(ready);
    firstBytes[name]?.push(session.chunks[0]?.at ?? Number.NaN);
    return frame;
  };
  const frames = await takeRounds(
    {
      [ours]: () => start(ours, wizardOpening),
      [bareNode]: () => start(bareNode, bareNodeAsking),
    },
    { rounds, warmUps: 1 },
  );
  // Without the warm-up's.
  const counted = Object.entries(firstBytes).map(([name, bytes]) => [name, bytes.slice(1)]);
  return { 'first-byte': toFigure(Object.fromEntries(counted)), 'first-frame': toFigure(frames) };
}

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
    { [ours]: () => run(wizard, '--help'), [bareNode]: () => run('--eval', '') },
    { rounds, warmUps: 2 },
  );
  return { help: toFigure(samples) };
}
