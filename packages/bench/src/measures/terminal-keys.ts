import { type Figure, toFigure } from '../results.ts';
import { noteIn, takeRounds } from '../statistics/rounds.ts';
import { atFirstField } from '../terminal/contenders.ts';
import { openAll } from '../terminal/open-all.ts';
import type { PtySession } from '../terminal/pty-session.ts';

/** A letter is drawn once nothing more has come for so many milliseconds. */
const drawn = 25;
/** How Ink marks a frame: a synchronised update. */
const frameStart = '\u001b[?2026h';
const name = 'Ada Lovelace';
const idleTime = 5000;

/** What a key costs, and what nobody's typing costs, all programs open at once and asked in turn. */
export async function measureKeys(keys: number): Promise<Record<string, Figure>> {
  await using open = await openAll(atFirstField);
  const bytes: Record<string, number[]> = {};
  const frames: Record<string, number[]> = {};
  const type = async (who: string, session: PtySession, round: number) => {
    const before = { chunks: session.chunks.length, output: session.output.length, at: session.elapsed() };
    session.write(keyOf(round));
    const first = await session.chunkAfter(before.chunks);
    await session.quiet(drawn);
    const written = session.output.slice(before.output);
    noteIn(bytes, who, Buffer.byteLength(written));
    if (written.includes(frameStart)) noteIn(frames, who, written.split(frameStart).length - 1);
    return first - before.at;
  };
  const latency = await takeRounds(
    Object.fromEntries(
      Object.entries(open.sessions).map(([who, session]) => [who, (round) => type(who, session, round)]),
    ),
    { rounds: keys, warmUps: name.length },
  );
  const idle = await idleBytes(Object.entries(open.sessions));
  return {
    'key-latency': toFigure(latency),
    'key-bytes': toFigure(bytes),
    'key-frames': toFigure(frames),
    'idle-bytes': toFigure(idle),
  };
}

/** A name is typed and taken back, letter by letter, over and over. */
function keyOf(round: number): string {
  const place = round % (2 * name.length);
  return name[place] ?? '\u007f';
}

async function idleBytes(sessions: readonly (readonly [string, PtySession])[]) {
  const before = new Map(sessions.map(([who, { output }]) => [who, output.length]));
  await new Promise((done) => setTimeout(done, idleTime));
  return Object.fromEntries(
    sessions.map(([who, { output }]) => [who, [output.length - (before.get(who) ?? 0)]]),
  );
}
