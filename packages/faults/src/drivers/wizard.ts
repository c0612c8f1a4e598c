import { writeTrusted } from '../backend/trusted.ts';
import { openPseudoTerminal, type PseudoTerminal } from '../program/pseudo-terminal.ts';
import { crashFile, environmentOf, makeHome, program, withCrash } from '../program.ts';
import { type Attempt, type Claim, type Driver, type DriverContext, whenStopped } from './driver.ts';
import type { Draft } from './driver-name.ts';
import { claimOn, claimPatterns, enter, fillIn } from './wizard-screen.ts';

/** The wizard in a pseudo-terminal: a customer is entered, sent and looked for, and the wizard quits or is killed on the way. */
export const wizard: Driver = async (context) => {
  using home = makeHome();
  using trusted = writeTrusted();
  const { key, backend, run, draft, random } = context;
  const isKilledEntering = run.stop !== undefined && random.percent(60);
  const environment = environmentOf(home, {
    HELPCRUNCH_API_KEY: key,
    HELPCRUNCH_BASE_URL: backend.baseUrl,
    NODE_EXTRA_CA_CERTS: trusted.path,
    ...(run.stop?.signal === 'crash' ? withCrash(home) : {}),
  });
  const before = backend.truth();
  const argv = isKilledEntering ? [] : flagsOf(draft);
  await using terminal = openPseudoTerminal({ command: [process.execPath, program, ...argv], environment });
  await terminal.sees(/❯ HelpCrunch at/);
  terminal.write(enter);
  const seen = isKilledEntering
    ? ({ first: 'none', committed: await fillIn(terminal, context) } as const)
    : { ...(await sendIt(terminal, context)), committed: owedAfter(context) };
  await leave(terminal, context, isKilledEntering);
  const exitCode = await terminal.exited;
  const last = isKilledEntering ? 'none' : claimOn(terminal.text());
  const id = /Its id is (\S+?)\.(?:\s|$)/.exec(terminal.text())?.[1];
  return {
    attempts: [
      {
        first: seen.first,
        last: last === 'none' ? seen.first : last,
        outcome: `exit ${exitCode}`,
        id: last === 'yes' ? id : undefined,
        ...('check' in seen ? { check: last === 'yes' ? 'found' : 'not found' } : {}),
        consent: isKilledEntering ? undefined : 'plain',
        before,
      },
    ],
    draft: { committed: seen.committed, kept: home.drafts()[0] },
    // The exit code after an internal error.
    broken: exitCode === 70 && run.stop?.signal !== 'crash' ? ['an internal error'] : [],
    artifacts: [
      { name: 'the terminal', text: terminal.output() },
      { name: 'the screen', text: terminal.lines() },
      ...home.files().filter(({ name }) => !name.includes(crashFile)),
    ],
  };
};

/**
 * What came as flags is still in the shell. A program that is killed on the spot owes a draft of it only once it has begun
 * to send.
 */
function owedAfter({ backend, run, draft }: DriverContext): Draft {
  return run.stop?.signal === 'SIGKILL' && backend.truth().creates === 0 ? {} : draft;
}

function flagsOf(draft: Draft): string[] {
  const flags: Readonly<Record<string, string>> = { userId: 'user-id' };
  return Object.entries(draft).flatMap(([key, value]) => [`--${flags[key] ?? key}`, String(value)]);
}

/** From the review to the result, and to the result of looking again where that is offered. */
async function sendIt(
  terminal: PseudoTerminal,
  context: DriverContext,
): Promise<Pick<Attempt, 'first' | 'check'>> {
  if ((await terminal.sees(/❯ Create the customer in/)) < 0) return { first: 'none' };
  terminal.write(enter);
  const ended = context.run.stop ? whenStopped(context.backend, context.run) : new Promise<never>(() => {});
  const isTold = await Promise.race([terminal.sees(...claimPatterns), ended.then(() => -1)]);
  if (isTold < 0) return { first: 'none' };
  const first: Claim = claimOn(terminal.text());
  if (first !== 'unknown' || context.run.stop) return { first };
  await terminal.sees(/❯ Check whether it exists now/);
  terminal.write(enter);
  await terminal.sees(/a lookup found it|it may still appear|cannot be report|is still unknown/);
  return { first, check: 'looked' };
}

/** As the fault says; otherwise with Ctrl+C. */
async function leave(terminal: PseudoTerminal, { run }: DriverContext, isEntering: boolean): Promise<void> {
  if (run.stop) {
    terminal.kill(run.stop.signal === 'crash' ? 'SIGUSR2' : run.stop.signal);
    return;
  }
  if (!isEntering) terminal.write('\u0003');
}
