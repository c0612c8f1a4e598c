import { writeTrusted } from '../backend/trusted.ts';
import type { Draft } from '../faults/fault.ts';
import { crashFile, environmentOf, makeHome, program, withCrash } from '../program.ts';
import { type Attempt, type Driver, type DriverContext, whenStopped } from './driver.ts';
import {
  claimOn,
  createdId,
  editNotes,
  enter,
  fillIn,
  isLookedUp,
  type Snapshot,
  select,
  shows,
  up,
  WizardTerminal,
} from './wizard-terminal.ts';

const screenSize = { columns: 100, rows: 40 };

/** The wizard in a pseudo-terminal: a customer is entered, sent and looked for, and the wizard quits or is killed on the way. */
export const wizard: Driver = async (context) => {
  using home = makeHome();
  using trusted = writeTrusted();
  const { key, backend, run, draft, random } = context;
  const isKilledEntering = run.stop !== undefined && random.percent(60);
  const env = environmentOf(home, {
    HELPCRUNCH_API_KEY: key,
    HELPCRUNCH_BASE_URL: backend.baseUrl,
    NODE_EXTRA_CA_CERTS: trusted.path,
    ...(run.stop?.signal === 'crash' ? withCrash(home) : {}),
  });
  const before = backend.truth();
  const argv = isKilledEntering ? [] : flagsOf(draft);
  await using terminal = new WizardTerminal([process.execPath, program, ...argv], { ...screenSize, env });
  await terminal.sees(/❯ HelpCrunch at/);
  terminal.write(enter);
  const broken: string[] = [];
  const nothing: Attempt = { first: 'none', last: 'none', outcome: 'entering', before };
  const committed = isKilledEntering ? await fillIn(terminal, context) : undefined;
  const attempts: [Attempt, ...Attempt[]] = [committed ? nothing : await send(terminal, context, broken)];
  const repeated =
    committed || run.stop ? undefined : await sendAgain(terminal, context, attempts[0], broken);
  if (repeated) attempts.push(repeated);
  await leave(terminal, context, isKilledEntering);
  const { exitCode } = await terminal.exit;
  // The exit code after an internal error.
  if (exitCode === 70 && run.stop?.signal !== 'crash') broken.push('an internal error');
  return {
    attempts,
    draft: { committed: committed ?? owedAfter(context, attempts.length > 1), kept: home.drafts()[0] },
    broken,
    artifacts: [
      { name: 'the terminal', text: terminal.output },
      { name: 'the screen', text: terminal.screen.text() },
      ...home.files().filter(({ name }) => !name.includes(crashFile)),
    ],
  };
};

/**
 * What came as flags is still in the shell. A program that is killed on the spot owes a draft of it only once it has begun
 * to send.
 */
function owedAfter({ backend, run, draft }: DriverContext, isRepeated: boolean): Draft {
  if (run.stop?.signal === 'SIGKILL' && backend.truth().creates === 0) return {};
  return isRepeated && run.repeat?.content === 'edited' ? { ...draft, notes: 'Corrected' } : draft;
}

function flagsOf(draft: Draft): string[] {
  const flags: Readonly<Record<string, string>> = { userId: 'user-id' };
  return Object.entries(draft).flatMap(([key, value]) => [`--${flags[key] ?? key}`, String(value)]);
}

/** From the review to the result, and to the result of looking again where that is offered. */
async function send(terminal: WizardTerminal, context: DriverContext, broken: string[]): Promise<Attempt> {
  const before = context.backend.truth();
  const none = { first: 'none', last: 'none', outcome: 'left', before } as const;
  if ((await terminal.sees(shows.review)) < 0) return none;
  const drawn = terminal.snapshot();
  terminal.write(enter);
  const { stop } = context.run;
  const ended = stop ? whenStopped(context.backend, context.run) : new Promise<never>(() => {});
  const result = await Promise.race([
    answer(terminal, context, { isRepeat: false, drawn }, broken),
    ended.then(() => undefined),
  ]);
  if (!result) return { ...none, consent: 'plain' };
  const attempt = { ...none, ...result, ...claimsOn(terminal) };
  if (attempt.last !== 'unknown' || stop) return attempt;
  await terminal.sees(shows.check);
  const unchecked = terminal.snapshot();
  terminal.write(enter);
  await terminal.seesAfter(unchecked, shows.result);
  return { ...attempt, ...claimsOn(terminal), first: 'unknown' };
}

/** Sends again from the result, or after a correction from the review. */
async function sendAgain(
  terminal: WizardTerminal,
  context: DriverContext,
  first: Attempt,
  broken: string[],
): Promise<Attempt | undefined> {
  const { repeat } = context.run;
  const canRepeat = /Send it again/.test(terminal.text());
  if (!repeat || first.last === 'yes' || !canRepeat) return undefined;
  const before = context.backend.truth();
  if (repeat.content === 'edited') await editNotes(terminal);
  if (repeat.content === 'edited') await select(terminal, shows.review);
  else await select(terminal, shows.sendAgain);
  const drawn = terminal.snapshot();
  terminal.write(enter);
  const result = await answer(terminal, context, { isRepeat: true, drawn }, broken);
  if (result.outcome === 'declined') return { first: 'none', last: 'none', before, ...result };
  return { before, ...result, ...claimsOn(terminal) };
}

/** Answers the question before a create, if there is one, and waits for the result. */
async function answer(
  terminal: WizardTerminal,
  { run }: DriverContext,
  { isRepeat, drawn }: { readonly isRepeat: boolean; readonly drawn: Snapshot },
  broken: string[],
): Promise<Pick<Attempt, 'outcome' | 'consent'>> {
  const ends = run.acceptsResend ? shows.result : shows.resultOrWait;
  const seen = await terminal.seesAfter(drawn, shows.question, ends);
  if (seen !== 0) return { outcome: 'no question', consent: undefined };
  const question = terminal.text();
  const isInformed = /may have been created|was created .* ago|already used by/.test(question);
  if (shows.riskyAnswer.test(question) && !shows.safeAnswer.test(question))
    broken.push('the risky answer is focused');
  if (isRepeat && isInformed && run.repeat?.answer === 'cancel') {
    await select(terminal, shows.safeAnswer);
    const asked = terminal.snapshot();
    terminal.write(enter);
    await terminal.seesAfter(asked, shows.review);
    return { outcome: 'declined', consent: undefined };
  }
  await select(terminal, shows.sendAnswer, up);
  const asked = terminal.snapshot();
  terminal.write(enter);
  await terminal.seesAfter(asked, ends);
  return { outcome: 'answered', consent: isInformed ? 'informed' : 'plain' };
}

function claimsOn(terminal: WizardTerminal): Pick<Attempt, 'first' | 'last' | 'id' | 'check' | 'outcome'> {
  const text = terminal.text();
  const last = claimOn(text);
  const found = isLookedUp(text);
  return {
    first: found ? 'unknown' : last,
    last,
    outcome: 'exit',
    id: last === 'yes' ? createdId(text) : undefined,
    ...(found ? { check: 'found' } : {}),
  };
}

/** As the fault says; otherwise with Ctrl+C. */
async function leave(terminal: WizardTerminal, { run }: DriverContext, isEntering: boolean): Promise<void> {
  if (run.stop) {
    terminal.kill(run.stop.signal === 'crash' ? 'SIGUSR2' : run.stop.signal);
    return;
  }
  if (!isEntering) terminal.write('\u0003');
}
