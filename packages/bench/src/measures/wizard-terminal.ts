import { processMemory } from '../process-memory.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { wizardAsking } from '../terminal/programs.ts';
import { PtySession } from '../terminal/pty-session.ts';
import { walkWizard } from '../terminal/wizard-walk.ts';

const pasted = `${'long line\n'.repeat(10_000)}the end`;

/** From a paste of 100 kB to its end shown, in milliseconds; and how often it went on to the next field. */
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

/** The most memory that the wizard held on its way to a customer, in megabytes; nothing outside Linux. */
export async function measureMemory(rounds: number): Promise<Record<string, Figure>> {
  if (process.platform !== 'linux') return {};
  const peaks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await using session = await walkWizard();
    peaks.push(processMemory(session.pid, 'VmHWM') ?? Number.NaN);
  }
  return { memory: toFigure({ [ours]: peaks }) };
}

const widest = 100;
const narrowest = 40;
const step = 4;
/** On the screen once, and again for every copy of the form that is left behind. */
const mark = 'Name (1/13)';
const history = 'nothing leaves this machine';

/** How many copies of the form a terminal shows after it was dragged narrow and wide, with its reflow of lines. */
export async function measureResize(): Promise<Record<string, Figure>> {
  await using session = new PtySession(wizardAsking.command, { columns: widest, rows: 30 });
  await session.shows(wizardAsking.ready);
  await session.quiet(100);
  const narrower = Array.from(
    { length: (widest - narrowest) / step },
    (_, index) => widest - (index + 1) * step,
  );
  for (const columns of [...narrower, ...narrower.toReversed(), widest]) {
    session.resize({ columns, rows: 30 });
    await session.quiet(60);
  }
  await session.screen.write('');
  const shown = session.screen.text();
  const count = (text: string) => toFigure({ [ours]: [shown.split(text).length - 1] });
  return { copies: count(mark), 'history-lines': count(history) };
}

/** Color codes that the wizard writes under NO_COLOR, all the way to a customer. */
export async function measureColors(): Promise<Record<string, Figure>> {
  await using session = await walkWizard({ env: { NO_COLOR: '1' } });
  return { 'color-codes': toFigure({ [ours]: [colorCodes(session.output)] }) };
}

/**
 * How many sequences set a color: one of the 16, the 256 or the 16 million.
 *
 * @public Its test counts other sequences than the wizard writes.
 */
export function colorCodes(written: string): number {
  const styles = written.split('\u001b[').flatMap((part) => /^[\d;]*m/u.exec(part) ?? []);
  return styles.filter((style) => /(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]/u.test(style)).length;
}
