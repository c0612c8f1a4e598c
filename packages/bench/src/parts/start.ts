import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { atMost, bareNode, budget, type Measured, type Part, times } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';
import { timeProgram } from '../support/processes.ts';
import {
  bareNodeAsking,
  compiledBefore,
  type Program,
  PtySession,
  wizard,
  wizardOpening,
} from '../support/terminal.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const oneFetch = 'one fetch';

export const start: Part = {
  name: 'start',
  title: 'Start to end, compiled by Node before',
  budgets: [
    budget({ figure: 'first-byte', title: 'Wizard: first byte', unit: 'ms' }, times(1.4, bareNode)),
    budget(
      { figure: 'first-frame', title: 'Wizard: first frame that takes keys', unit: 'ms' },
      times(4.8, bareNode),
    ),
    budget({ figure: 'help', title: '`--help`', unit: 'ms' }, times(1.4, bareNode)),
    budget(
      { figure: 'json-create', title: '`--json --sandbox --yes`, one customer', unit: 'ms' },
      times(3.2, bareNode),
    ),
    budget(
      { figure: 'pnpm-tui', title: '`pnpm tui --version`, over the program itself', unit: 'ms' },
      atMost(250),
    ),
    budget({ figure: 'npx-pnpm-tui', title: '`npx -y pnpm tui --version`', unit: 'ms' }),
  ],
  measure: async () => ({
    ...(await measureWizard(25)),
    ...(await measureHelp(30)),
    ...(await measureCreate(25)),
    ...(await measureScript(8)),
  }),
};

/** From start to the first byte, and to the first frame that takes keys, in a pseudo-terminal; milliseconds. */
async function measureWizard(rounds: number): Promise<Measured> {
  const warmUps = 2;
  const firstBytes: Record<string, number[]> = { [ours]: [], [bareNode]: [] };
  const start = async (name: string, { command, ready }: Program) => {
    await using session = new PtySession(command);
    const frame = await session.shows(ready);
    firstBytes[name]?.push(session.chunks[0]?.at ?? Number.NaN);
    // What was compiled is written right after the frame.
    await session.quiet(40);
    return frame;
  };
  const frames = await takeRounds(
    { [ours]: () => start(ours, wizardOpening), [bareNode]: () => start(bareNode, bareNodeAsking) },
    { rounds, warmUps },
  );
  const counted = Object.entries(firstBytes).map(([name, bytes]) => [name, bytes.slice(warmUps)]);
  return { 'first-byte': toFigure(Object.fromEntries(counted)), 'first-frame': toFigure(frames) };
}

const node = process.execPath;

async function measureHelp(rounds: number): Promise<Measured> {
  const env = { ...process.env, ...compiledBefore };
  const samples = await takeRounds(
    {
      [ours]: () => timeProgram([node, wizard, '--help'], { env }),
      [bareNode]: () => timeProgram([node, '--eval', '']),
    },
    { rounds, warmUps: 2 },
  );
  return { help: toFigure(samples) };
}

/** A fetch that fails at once: what Node takes for its HTTP client alone. */
const fetchNothing = "fetch('http://127.0.0.1:1/').catch(() => {})";

async function measureCreate(rounds: number): Promise<Measured> {
  using state = temporaryFolder();
  const env = { ...process.env, ...compiledBefore, HELPCRUNCH_STATE_DIR: state.path };
  const flags = ['--json', '--sandbox', '--yes', '--name', 'Ada Lovelace', '--email', 'ada@example.com'];
  const samples = await takeRounds(
    {
      [ours]: () => timeProgram([node, wizard, ...flags], { env }),
      [bareNode]: () => timeProgram([node, '--eval', '']),
      [oneFetch]: () => timeProgram([node, '--eval', fetchNothing]),
    },
    { rounds, warmUps: 2 },
  );
  return { 'json-create': toFigure(samples) };
}

/** The documented commands, once everything is installed and built. */
async function measureScript(rounds: number): Promise<Measured> {
  const env = { ...process.env, ...compiledBefore };
  const samples = await takeRounds(
    {
      pnpm: () => timeProgram(['pnpm', 'tui', '--version'], { cwd: root, env }),
      program: () => timeProgram([node, wizard, '--version'], { env }),
      npx: () => timeProgram(['npx', '-y', 'pnpm', 'tui', '--version'], { cwd: root, env }),
    },
    { rounds, warmUps: 1 },
  );
  const over = samples.pnpm.map((milliseconds, round) => milliseconds - (samples.program[round] ?? 0));
  return { 'pnpm-tui': toFigure({ [ours]: over }), 'npx-pnpm-tui': toFigure({ [ours]: samples.npx }) };
}
