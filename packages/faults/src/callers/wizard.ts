import { program } from '../program/bundles.ts';
import { withMistake } from '../program/crash.ts';
import { environmentOf, makeHome } from '../program/home.ts';
import { openPseudoTerminal, type PseudoTerminal } from '../program/pseudo-terminal.ts';
import { writeTrusted } from '../world/trusted.ts';
import type { Caller, CallerContext, Claim, Told } from './caller.ts';
import type { Draft } from './caller-name.ts';
import { stopTime } from './stopping.ts';
import { enter, fillIn } from './wizard-entering.ts';
import { claimOn, sayings } from './wizard-words.ts';

/** The wizard in a pseudo-terminal: a customer is entered, sent, looked for, and the wizard left or killed on the way. */
export const wizard: Caller = async (context) => {
  using home = makeHome();
  using trusted = writeTrusted();
  const { key, world, play, draft, random } = context;
  const isKilledEntering = play.stop !== undefined && random.percent(60);
  const environment = environmentOf(home, {
    HELPCRUNCH_API_KEY: key,
    HELPCRUNCH_BASE_URL: world.baseUrl,
    NODE_EXTRA_CA_CERTS: trusted.path,
    ...(play.stop?.signal === 'crash' ? withMistake(home) : {}),
  });
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
    first: seen.first,
    last: last === 'none' ? seen.first : last,
    outcome: `exit ${exitCode}`,
    id: last === 'yes' ? id : undefined,
    ...('check' in seen ? { check: last === 'yes' ? 'found' : 'not found' } : {}),
    draft: { committed: seen.committed, kept: home.drafts()[0] },
    // What it exits with after a mistake of its own.
    broken: exitCode === 70 && play.stop?.signal !== 'crash' ? ['it made a mistake'] : [],
    artefacts: [
      { name: 'the terminal', text: terminal.output() },
      { name: 'the screen', text: terminal.lines() },
      ...home.files().filter(({ name }) => !name.includes('mistake.mjs')),
    ],
  };
};

/**
 * What came as flags stands in the shell still. A program that is killed on the spot owes a draft of it only once it has
 * begun to send.
 */
function owedAfter({ world, play, draft }: CallerContext): Draft {
  return play.stop?.signal === 'SIGKILL' && world.truth().creates === 0 ? {} : draft;
}

function flagsOf(draft: Draft): string[] {
  const flags: Readonly<Record<string, string>> = { userId: 'user-id' };
  return Object.entries(draft).flatMap(([key, value]) => [`--${flags[key] ?? key}`, String(value)]);
}

/** From the review to what came of it, and of looking once more where that is offered. */
async function sendIt(
  terminal: PseudoTerminal,
  context: CallerContext,
): Promise<Pick<Told, 'first' | 'check'>> {
  if ((await terminal.sees(/❯ Create the customer in/)) < 0) return { first: 'none' };
  terminal.write(enter);
  const ended = context.play.stop ? stopTime(context.world, context.play) : new Promise<never>(() => {});
  const isTold = await Promise.race([terminal.sees(...sayings), ended.then(() => -1)]);
  if (isTold < 0) return { first: 'none' };
  const first: Claim = claimOn(terminal.text());
  if (first !== 'unknown' || context.play.stop) return { first };
  await terminal.sees(/❯ Check whether it exists now/);
  terminal.write(enter);
  await terminal.sees(/a look-up found it|it may still appear|cannot be told|is still unknown/);
  return { first, check: 'looked' };
}

/** As the fault wants it; else as a person does who has seen enough. */
async function leave(terminal: PseudoTerminal, { play }: CallerContext, isEntering: boolean): Promise<void> {
  if (play.stop) {
    terminal.kill(play.stop.signal === 'crash' ? 'SIGUSR2' : play.stop.signal);
    return;
  }
  if (!isEntering) terminal.write('\u0003');
}
