import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics.ts';
import { wizardAsking } from '../terminal/programs.ts';
import { PtySession } from '../terminal/pty-session.ts';

/** A letter is drawn once nothing more has come for this long. */
const quietMs = 25;
/** How Ink marks a frame: a synchronized update. */
const frameStart = '\u001b[?2026h';
const name = 'Ada Lovelace';
const idleMs = 5000;

/** What a key costs, and what an idle wizard writes. */
export async function measureKeys(keys: number): Promise<Record<string, Figure>> {
  await using session = new PtySession(wizardAsking.command);
  await session.shows(wizardAsking.ready);
  await session.quiet(100);
  const bytes: number[] = [];
  const frames: number[] = [];
  const type = async (round: number) => {
    const before = { chunks: session.chunks.length, output: session.output.length, at: session.elapsed() };
    session.write(keyOf(round));
    const first = await session.chunkAfter(before.chunks);
    await session.quiet(quietMs);
    const written = session.output.slice(before.output);
    bytes.push(Buffer.byteLength(written));
    frames.push(written.split(frameStart).length - 1);
    return first - before.at;
  };
  const latency = await takeRounds({ [ours]: type }, { rounds: keys, warmUps: name.length });
  const before = session.output.length;
  await sleep(idleMs);
  return {
    'key-latency': toFigure(latency),
    'key-bytes': toFigure({ [ours]: bytes }),
    'key-frames': toFigure({ [ours]: frames }),
    'idle-bytes': toFigure({ [ours]: [session.output.length - before] }),
  };
}

/** A name is typed and erased, letter by letter, again and again. */
function keyOf(round: number): string {
  return name[round % (2 * name.length)] ?? '\u007f';
}
