import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, budget, exactly, type Measured, type Part } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';
import { PtySession, wizardAsking } from '../support/terminal.ts';

export const keys: Part = {
  name: 'keys',
  title: 'A letter typed into the wizard',
  budgets: [
    budget(
      { figure: 'key-latency', title: 'Key to first byte, p95', unit: 'ms', statistic: 'p95' },
      atMost(5),
    ),
    budget({ figure: 'key-bytes', title: 'Bytes a key', unit: 'bytes' }, atMost(80)),
    budget({ figure: 'key-frames', title: 'Frames a key', unit: '' }, exactly(1)),
    budget({ figure: 'idle-bytes', title: 'Bytes in 5 idle seconds', unit: 'bytes' }, exactly(0)),
  ],
  measure: () => measureKeys(96),
};

/** A letter is drawn once nothing more has come for this long. */
const quietMs = 25;
/** How Ink marks a frame: a synchronized update. */
const frameStart = '\u001b[?2026h';
const name = 'Ada Lovelace';
const idleMs = 5000;

/** What a key costs, and what an idle wizard writes. */
async function measureKeys(keys: number): Promise<Measured> {
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
