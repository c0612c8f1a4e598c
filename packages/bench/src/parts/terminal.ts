import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { atMost, bareNode, budget, exactly, type Measured, type Part } from '../budget.ts';
import { ours, toFigure } from '../results.ts';
import { watchPeakMemory } from '../support/processes.ts';
import { bareNodeAsking, PtySession, walkWizard, wizardAsking, wizardOpening } from '../support/terminal.ts';

export const terminal: Part = {
  name: 'terminal',
  title: 'The wizard and its terminal',
  budgets: [
    budget({ figure: 'paste', title: '100 kB pasted, until its end is shown', unit: 'ms' }, atMost(50)),
    budget({ figure: 'large-paste', title: 'The same for 5 MB', unit: 'ms' }, atMost(1000)),
    budget({ figure: 'paste-submits', title: 'Answers that a paste submits', unit: '' }, exactly(0)),
    budget({ figure: 'memory', title: 'Peak memory, to a customer in the sandbox', unit: 'MB' }, atMost(90)),
    budget({
      figure: 'memory-live',
      title: 'The same with the process of the keychain, to the question for a key',
      unit: 'MB',
    }),
    budget(
      { figure: 'copies', title: 'Copies of the form after a resize, 100 columns to 40 and back', unit: '' },
      exactly(1),
    ),
    budget({ figure: 'history-lines', title: 'Copies of an earlier answer after it', unit: '' }, exactly(1)),
    budget({ figure: 'color-codes', title: 'Color codes under `NO_COLOR`', unit: '' }, exactly(0)),
    budget(
      { figure: 'chunk-splits', title: 'Failures: the same keys in 10,000 random cuts', unit: '' },
      exactly(0),
    ),
    budget(
      { figure: 'terminal-restored', title: 'Failures: the terminal restored after every exit', unit: '' },
      exactly(0),
    ),
  ],
  measure: async () => ({
    ...(await measurePaste(5)),
    ...(await measureMemory(5)),
    ...(await measureResize()),
    ...(await measureColors()),
    ...testFailures(),
  }),
};

const line = 'long line\n';

/** From a paste to its end shown, in milliseconds; and how often it went on to the next field. */
async function measurePaste(rounds: number): Promise<Measured> {
  const submits: number[] = [];
  const paste = async (length: number) => {
    await using session = new PtySession(wizardAsking.command);
    await session.shows(wizardAsking.ready);
    await session.quiet(100);
    const from = session.output.length;
    const start = session.elapsed();
    session.write(`\u001b[200~${line.repeat(length / line.length)}the end\u001b[201~`);
    const shown = await session.shows('the end', from);
    await session.quiet(100);
    submits.push(session.output.slice(from).split('(2/').length - 1);
    return shown - start;
  };
  const times: number[] = [];
  const largeTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await paste(100_000));
    largeTimes.push(await paste(5_000_000));
  }
  return {
    paste: toFigure({ [ours]: times }),
    'large-paste': toFigure({ [ours]: largeTimes }),
    'paste-submits': toFigure({ [ours]: submits }),
  };
}

/** The most that the wizard and what it starts held, in megabytes; nothing outside Linux. */
async function measureMemory(rounds: number): Promise<Measured> {
  if (process.platform !== 'linux') return {};
  const walks = {
    [ours]: (session: PtySession) => walkWizard(session),
    [bareNode]: (session: PtySession) => typeName(session),
  };
  const peaks = { [ours]: [] as number[], [bareNode]: [] as number[] };
  const live: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    peaks[ours].push(await peakOf(wizardAsking.command, walks[ours]));
    peaks[bareNode].push(await peakOf(bareNodeAsking.command, walks[bareNode]));
    live.push(await peakOf(wizardOpening.command, chooseLive));
  }
  return { memory: toFigure(peaks), 'memory-live': toFigure({ [ours]: live }) };
}

async function peakOf(
  command: readonly [string, ...string[]],
  walk: (session: PtySession) => Promise<unknown>,
): Promise<number> {
  await using session = new PtySession(command);
  using memory = watchPeakMemory(session.pid);
  await walk(session);
  return memory.peak() ?? Number.NaN;
}

async function typeName(session: PtySession): Promise<void> {
  await session.shows(bareNodeAsking.ready);
  session.write('Ada Lovelace');
  await session.shows('Ada Lovelace');
}

/** The live account asks the keychain for its key, in a process of its own. */
async function chooseLive(session: PtySession): Promise<void> {
  await session.shows(wizardOpening.ready);
  await session.quiet(40);
  const from = session.output.length;
  session.write('\u001b[B');
  await session.shows('needs an API key', from);
  session.write('\r');
  await session.shows('paste it here', from);
}

const widest = 100;
const narrowest = 40;
const step = 4;
/** On the screen once, and again for every copy of the form that is left behind. */
const mark = 'Name (1/';
const history = 'Sandbox (local)';

/** How many copies of the form a terminal shows after it was dragged narrow and wide, with its reflow of lines. */
async function measureResize(): Promise<Measured> {
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
async function measureColors(): Promise<Measured> {
  await using session = new PtySession(wizardAsking.command, { env: { NO_COLOR: '1' } });
  await walkWizard(session);
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

const wizardFolder = fileURLToPath(new URL('../../../../apps/tui', import.meta.url));

/** Targets that tests of the wizard try in full: how many of them fail. */
const suites = {
  'chunk-splits': ['src/input/decode-input.property.test.ts', 'however they are cut'],
  'terminal-restored': ['test/terminal-restored.test.ts', ''],
} as const;

interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
}

function testFailures(): Measured {
  return Object.fromEntries(
    Object.entries(suites).map(([id, [file, name]]) => [id, toFigure({ [ours]: [failures(file, name)] })]),
  );
}

function failures(file: string, name: string): number {
  using folder = temporaryFolder();
  const report = join(folder.path, 'report.json');
  spawnSync('vitest', ['run', file, '-t', name, '--reporter=json', `--outputFile=${report}`], {
    cwd: wizardFolder,
    stdio: ['ignore', 'ignore', 2],
    shell: process.platform === 'win32',
  });
  const { numFailedTests, numPassedTests }: Report = JSON.parse(readFileSync(report, 'utf8'));
  if (numFailedTests + numPassedTests === 0) throw new Error(`${file} has no test "${name}".`);
  return numFailedTests;
}
