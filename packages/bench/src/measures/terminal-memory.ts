import { peakMemory } from '../process-memory.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics/rounds.ts';
import { type Contender, peers } from '../terminal/contenders.ts';
import { PtySession } from '../terminal/pty-session.ts';
import { walkWizard } from '../terminal/wizard-walk.ts';

/** The most memory that a process held: the wizard all the way to a customer, a peer at its first question; megabytes. */
export async function measureMemory(rounds: number): Promise<Record<string, Figure>> {
  if (process.platform !== 'linux') return {};
  const memoryOf = ({ pid }: PtySession) => peakMemory(pid) ?? Number.NaN;
  const ask = async ({ command, ready }: Contender) => {
    await using session = new PtySession(command);
    await session.shows(ready);
    await session.quiet(40);
    return memoryOf(session);
  };
  const samples = await takeRounds(
    {
      [ours]: async () => {
        await using session = await walkWizard();
        return memoryOf(session);
      },
      ...Object.fromEntries(Object.entries(peers).map(([name, contender]) => [name, () => ask(contender)])),
    },
    { rounds, warmUps: 0 },
  );
  return { memory: toFigure(samples) };
}
