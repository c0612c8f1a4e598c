import { type Figure, ours, toFigure } from '../results.ts';
import { noteIn, takeRounds } from '../statistics/rounds.ts';
import { type Contender, peers, wizardOpening } from '../terminal/contenders.ts';
import { PtySession } from '../terminal/pty-session.ts';

/** From start to the first byte, and to the first frame that takes keys, in a pseudo-terminal; milliseconds. */
export async function measureTerminalStart(rounds: number): Promise<Record<string, Figure>> {
  const contenders = { [ours]: wizardOpening, ...peers };
  const firstBytes: Record<string, number[]> = {};
  const start = async (name: string, { command, ready }: Contender) => {
    await using session = new PtySession(command);
    const frame = await session.shows(ready);
    noteIn(firstBytes, name, session.chunks[0]?.at ?? Number.NaN);
    return frame;
  };
  const frames = await takeRounds(
    Object.fromEntries(
      Object.entries(contenders).map(([name, contender]) => [name, () => start(name, contender)]),
    ),
    { rounds, warmUps: 1 },
  );
  // The warm-up's first bytes were noted, too.
  const counted = Object.entries(firstBytes).map(([name, bytes]) => [name, bytes.slice(1)]);
  return { 'first-byte': toFigure(Object.fromEntries(counted)), 'first-frame': toFigure(frames) };
}
