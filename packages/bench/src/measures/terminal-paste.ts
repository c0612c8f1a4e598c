import { type Figure, ours, toFigure } from '../results.ts';
import { wizardAsking } from '../terminal/contenders.ts';
import { PtySession } from '../terminal/pty-session.ts';

const pasted = `${'long line\n'.repeat(10_000)}the end`;

/** From a paste of 100 kB, lines and all, to its end in sight; milliseconds. And how often it went on to the next field. */
export async function measurePaste(rounds: number): Promise<Record<string, Figure>> {
  const times: number[] = [];
  const submits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await using session = new PtySession(wizardAsking.command);
    await session.shows(wizardAsking.ready);
    await session.quiet(100);
    const from = session.output.length;
    const start = session.elapsed();
    session.write(`\u001b[200~${pasted}\u001b[201~`);
    times.push((await session.shows('the end', from)) - start);
    await session.quiet(100);
    submits.push(session.output.slice(from).split('(2/').length - 1);
  }
  return { paste: toFigure({ [ours]: times }), 'paste-submits': toFigure({ [ours]: submits }) };
}
