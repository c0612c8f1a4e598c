import { fileURLToPath } from 'node:url';
import { customerFields } from '@helpcrunch-customer-kit/core';
import { keys } from '@helpcrunch-customer-kit/testing/keys';
import { runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { claimOn, createdId, select, shows, WizardTerminal } from '../drivers/wizard-terminal.ts';
import type { Draft } from '../faults/fault.ts';
import { program } from '../program.ts';
import type { ProgramName } from './kill-plan.ts';

export interface Started {
  readonly env: Record<string, string>;
  readonly customer: Draft;
  /** Of a script, besides those that name the customer. */
  readonly flags: readonly string[];
  /** False: the customer is typed, and the program is ended on the way. */
  readonly isSending: boolean;
  /** Resolves when the program is to be killed; never where it kills itself. */
  readonly end: Promise<void>;
}

/** What a program said before it was gone. */
export interface Ended {
  readonly wasKilled: boolean;
  /** The outcome that was printed or drawn, if any. */
  readonly outcome: string | undefined;
  readonly id: string | undefined;
  /** What was asked and answered: the next question was there. */
  readonly confirmed: Draft;
  /** The command's own object, of a script. */
  readonly result?: Result;
}

export interface Result {
  readonly outcome: string;
  readonly ledgerId?: string;
  readonly customer?: { readonly id?: unknown };
  readonly issues?: readonly { readonly code: string; readonly ledgerId?: string }[];
  readonly next?: readonly string[];
}

export const programs: Readonly<Record<ProgramName, (started: Started) => Promise<Ended>>> = {
  script: (started) => runScript([...flagsOf(started.customer), ...started.flags], started),
  extension: (started) =>
    runToEnd([process.execPath, extensionProcess, JSON.stringify(started.customer)], started),
  wizard: (started) => runByPerson(started, [], useWizard),
  lines: (started) => runByPerson(started, ['--accessible'], useLines),
};

const extensionProcess = fileURLToPath(new URL('extension-process.ts', import.meta.url));

/** Script mode; `argv` without `--yes --json`. */
export function runScript(
  argv: readonly string[],
  started: Pick<Started, 'env' | 'end'>,
): Promise<Ended & { readonly result?: Result }> {
  return runToEnd([process.execPath, program, ...argv, '--yes', '--json'], started);
}

/** A command of the program, such as `history`; its object. */
export async function runCommand(argv: readonly string[], env: Record<string, string>): Promise<unknown> {
  const { stdout } = await runProgram([process.execPath, program, ...argv, '--json'], { env });
  return JSON.parse(stdout);
}

async function runToEnd(
  command: readonly [string, ...string[]],
  { env, end }: Pick<Started, 'env' | 'end'>,
): Promise<Ended> {
  const { stdout, signal } = await runProgram(command, {
    env,
    async during(child) {
      void end.then(() => child.kill('SIGKILL'));
    },
  });
  // A killed program may have printed its result.
  const result: Result | undefined = stdout === '' ? undefined : JSON.parse(stdout);
  const id = result?.customer?.id;
  return {
    wasKilled: signal === 'SIGKILL',
    outcome: result?.outcome,
    id: id === undefined ? undefined : String(id),
    confirmed: {},
    ...(result ? { result } : {}),
  };
}

export function flagsOf(customer: Draft): string[] {
  return Object.entries(customer).flatMap(([key, value]) => [
    `--${key === 'userId' ? 'user-id' : key}`,
    String(value),
  ]);
}

type Use = (terminal: WizardTerminal, started: Started, confirm: (key: string) => void) => Promise<void>;

/** Uses the program until it is killed, and kills it when nothing is left to do. */
async function runByPerson(started: Started, argv: readonly string[], use: Use): Promise<Ended> {
  const { env, customer, isSending, end } = started;
  const flags = isSending ? flagsOf(customer) : [];
  await using terminal = new WizardTerminal([process.execPath, program, ...argv, ...flags], {
    env,
    columns: 120,
    rows: 60,
  });
  const confirmed: Record<string, unknown> = {};
  const confirm = (key: string) => {
    // What is still to be drawn when the program is gone was not shown to anybody.
    if (terminal.isRunning) confirmed[key] = customer[key];
  };
  const used = use(terminal, started, confirm).catch((error: unknown) => {
    if (terminal.isRunning) throw error;
  });
  await Promise.race([used, end, terminal.exit]);
  terminal.kill('SIGKILL');
  const { signal } = await terminal.exit;
  const claim = claimOn(terminal.text());
  return {
    wasKilled: signal === 9,
    outcome: claim === 'yes' ? 'created' : undefined,
    id: claim === 'yes' ? createdId(terminal.text()) : undefined,
    confirmed,
  };
}

const questions = ['name', 'email', 'userId', 'company'] as const;

async function useWizard(terminal: WizardTerminal, { customer, isSending }: Started, confirm: Confirm) {
  await terminal.sees(/❯ HelpCrunch at/);
  terminal.write(keys.enter);
  if (!isSending) return typeIn(terminal, customer, confirm, (number) => new RegExp(`\\(${number}/\\d+\\)`));
  await terminal.sees(shows.review);
  const drawn = terminal.snapshot();
  terminal.write(keys.enter);
  await terminal.seesAfter(drawn, shows.question);
  await select(terminal, shows.sendAnswer, keys.up);
  terminal.write(keys.enter);
  await terminal.sees(shows.result);
}

async function useLines(terminal: WizardTerminal, { customer, isSending }: Started, confirm: Confirm) {
  const answer = async (prompt: RegExp, text: string) => {
    await terminal.sees(prompt);
    terminal.write(`${text}${keys.enter}`);
  };
  await answer(/Number, or Enter for 2: $/, '');
  if (!isSending)
    return typeIn(terminal, customer, confirm, (number) => new RegExp(`, ${number} of \\d+\\.`));
  await answer(/Review\..*Number: $/, String(customerFields.length + 1));
  await answer(/Create this customer in .*Number, or Enter for 2: $/, '1');
  await terminal.sees(/Its ID is|The customer may have been created/);
}

type Confirm = (key: string) => void;

/** Answers the first questions; an answer counts once the next question is there. */
async function typeIn(
  terminal: WizardTerminal,
  customer: Draft,
  confirm: Confirm,
  question: (number: number) => RegExp,
): Promise<void> {
  for (const [index, key] of questions.entries()) {
    await terminal.sees(question(index + 1));
    terminal.write(`${customer[key] ?? ''}${keys.enter}`);
    await terminal.sees(question(index + 2));
    if (customer[key] !== undefined) confirm(key);
  }
}
