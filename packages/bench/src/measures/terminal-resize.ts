import { type Figure, ours, toFigure } from '../results.ts';
import { atFirstField, bareNode } from '../terminal/contenders.ts';
import { PtySession } from '../terminal/pty-session.ts';

const widest = 100;
const narrowest = 40;
const step = 4;

/** What of each form stands once on a screen, and again for every copy that is left behind. */
const marks: Readonly<Record<string, string>> = {
  [ours]: 'Name (1/13)',
  'minimal Ink': 'Enter next',
  '@clack/prompts': 'Name',
  '@inquirer/prompts': 'Name',
  'enquirer Form': 'Integration ID',
};
const history = 'nothing leaves this machine';

/** How many copies of the form a terminal shows after it was dragged narrow and wide, with its reflow of lines. */
export async function measureResize(): Promise<Record<string, Figure>> {
  const copies: Record<string, number[]> = {};
  const kept: Record<string, number[]> = {};
  for (const [name, { command, ready }] of Object.entries(atFirstField)) {
    const mark = marks[name];
    if (name === bareNode || mark === undefined) continue;
    await using session = new PtySession(command, { columns: widest, rows: 30 });
    await session.shows(ready);
    await session.quiet(100);
    for (const columns of drag()) {
      session.resize({ columns, rows: 30 });
      await session.quiet(60);
    }
    await session.screen.write('');
    const shown = session.screen.text();
    copies[name] = [shown.split(mark).length - 1];
    if (name === ours) kept[name] = [shown.split(history).length - 1];
  }
  return { copies: toFigure(copies), 'history-lines': toFigure(kept) };
}

function drag(): readonly number[] {
  const narrower: number[] = [];
  for (let columns = widest - step; columns >= narrowest; columns -= step) narrower.push(columns);
  return [...narrower, ...narrower.toReversed(), widest];
}
