import xterm from '@xterm/headless';
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
    const terminal = new xterm.Terminal({ cols: widest, rows: 30, allowProposedApi: true });
    await using session = new PtySession(command, {
      columns: widest,
      rows: 30,
      onData: (data) => terminal.write(data),
    });
    await session.shows(ready);
    await session.quiet(100);
    for (const columns of drag()) {
      terminal.resize(columns, 30);
      session.resize(columns, 30);
      await session.quiet(60);
    }
    await new Promise<void>((done) => terminal.write('', done));
    const shown = textOf(terminal);
    copies[name] = [shown.split(mark).length - 1];
    if (name === ours) kept[name] = [shown.split(history).length - 1];
    terminal.dispose();
  }
  return { copies: toFigure(copies), 'history-lines': toFigure(kept) };
}

function drag(): readonly number[] {
  const narrower: number[] = [];
  for (let columns = widest - step; columns >= narrowest; columns -= step) narrower.push(columns);
  return [...narrower, ...narrower.toReversed(), widest];
}

function textOf({ buffer: { active } }: xterm.Terminal): string {
  return Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true)).join(
    '\n',
  );
}
