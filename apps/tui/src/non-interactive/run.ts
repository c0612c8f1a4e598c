import type { Readable } from 'node:stream';
import {
  type AccountKind,
  type ApiKey,
  answerNothing,
  answerYes,
  apiKeyMessages,
  baseUrlMessages,
  createCustomer,
  type Outcome,
  type Plan,
  type Progress,
  pauseFor,
  planCustomer,
  planOutcome,
} from '@helpcrunch-customer-kit/core';
import {
  type AccountReading,
  createLedgers,
  createRedactor,
  findLiveAccount,
  type KeyStore,
  type Ledgers,
  systemKeys,
  unattendedPatience,
} from '@helpcrunch-customer-kit/local';
import { sandboxAccount } from '../account/sandbox-account.ts';
import { shellCommand } from '../command-line/create-command.ts';
import type { CreateOptions } from '../command-line/create-options.ts';
import { programName } from '../command-line/program.ts';
import { watchCrashes } from '../terminal/watch-terminal.ts';
import { printable } from '../text/printable.ts';
import { adjustConnection } from './adjust-connection.ts';
import { badUsage, type Finish, finish, internalError } from './finish.ts';
import { inputSteps, nextSteps } from './next-steps.ts';
import { readInput } from './read-input.ts';
import { deliver } from './report.ts';

export interface RunContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keys: Pick<KeyStore, 'read'>;
  /** Called with the key in use, so that it is kept out of all output. */
  readonly learnKey: (key: ApiKey) => void;
  readonly stdin: () => Readable;
  /** Aborted when the person, or the system, wants the run to end. */
  readonly signal: AbortSignal;
  /** Called when a request that may create a customer is about to leave. */
  readonly onSend: () => void;
  /** Prints something worth knowing that is not the result. */
  readonly note: (message: string) => void;
  readonly ledgers: Ledgers;
  /** The command of this run, with more flags. */
  readonly repeated: (flags: readonly string[]) => string;
  /** A command of this program. */
  readonly command: (words: readonly string[]) => string;
}

const noCustomer = 'No customer given: use --from FILE or field options. The wizard needs a terminal.';

/** Creates a customer without a question; every way it can end is a `Finish`. */
async function run(options: CreateOptions, context: RunContext): Promise<Finish> {
  const account = options.sandbox === false ? 'live' : 'sandbox';
  const { from, fields, yes, again, wait, idempotencyKey } = options;
  const { stdin, signal, note, onSend, ledgers } = context;
  if (from === undefined && Object.keys(fields).length === 0) return badUsage(noCustomer, account);
  const input = await readInput({ from, fields, stdin, signal });
  if (signal.aborted) return cancelled(account);
  if (!input.ok) return badUsage(input.message, account, []);
  for (const message of input.notes) note(message);

  const plan = planCustomer(input.customer, { now: Date.now() });
  if (!plan.isReady || options.dryRun) {
    const next = inputSteps(input.form, from, context.command);
    return finish(planOutcome(plan), { account, ...(next ? { next } : {}) });
  }
  const reading = await chooseAccount(options, context);
  if (signal.aborted) return cancelled(account);
  if (reading.kind !== 'ready') return withoutAccount(reading, plan);

  const outcome = await createCustomer(plan, {
    account: reading.account,
    ledger: ledgers.of(reading.account),
    ask: yes ? answerYes({ again }) : answerNothing,
    idempotencyKey,
    signal,
    onProgress(progress) {
      if (progress.kind === 'sending') onSend();
      if (progress.kind === 'looking-up') note('The customer may have been created: looking for it…');
      if (progress.kind === 'waiting') note(waitingMessage(progress));
    },
    ...(wait ? { pause: pauseFor } : {}),
  });
  await ledgers.idle();
  const next = nextSteps(outcome, { ...context, yes, again, sandbox: options.sandbox });
  const finished = finish(outcome, { account, ...(next ? { next } : {}) });
  // Stopping the lookup after a lost answer cancels the run as much as stopping the wait for the answer.
  return signal.aborted && outcome.outcome === 'unknown' ? { ...finished, exitCode: 130 } : finished;
}

function cancelled(account: AccountKind): Finish {
  return finish({ outcome: 'cancelled', customerExists: 'no', issues: [] }, { account });
}

function waitingMessage({ until, resend, maxResends }: Extract<Progress, { kind: 'waiting' }>): string {
  const seconds = Math.ceil((until - Date.now()) / 1000);
  return `Rate limited. Nothing created yet. Retrying in ${seconds} s (attempt ${resend} of ${maxResends}).`;
}

async function chooseAccount(options: CreateOptions, context: RunContext): Promise<AccountReading> {
  const reading = await openAccount(options.sandbox, context);
  if (reading.kind !== 'ready') return reading;
  const { account } = reading;
  const connection = adjustConnection(account.connection, options, context.note);
  return { kind: 'ready', account: { ...account, connection } };
}

async function openAccount(sandbox: boolean | string, context: RunContext): Promise<AccountReading> {
  if (sandbox === false) {
    const { reading, note } = await findLiveAccount(context.environment, context.keys);
    if (note !== undefined) context.note(note);
    if (reading.kind === 'ready') context.learnKey(reading.account.connection.apiKey);
    return reading;
  }
  return { kind: 'ready', account: await sandboxAccount(typeof sandbox === 'string' ? sandbox : undefined) };
}

/** The environment says more about what is wrong than the outcome does. */
function withoutAccount(
  reading: Exclude<AccountReading, { kind: 'ready' }>,
  { issues, request }: Plan,
): Finish {
  const common = { customerExists: 'no', issues, request } as const;
  if (reading.kind === 'unusable-url') {
    const outcome: Outcome = { ...common, outcome: 'invalid' };
    const message = `Nothing was sent. ${baseUrlMessages[reading.issue]}`;
    const cause = { code: `base-url-${reading.issue}`, message };
    return finish(outcome, { account: 'live', cause, next: ['Check HELPCRUNCH_BASE_URL.'] });
  }
  const outcome: Outcome = { ...common, outcome: 'unauthorized', reason: 'no-key' };
  const message = `Nothing was sent. ${apiKeyMessages[reading.issue]}`;
  return finish(outcome, { account: 'live', cause: { code: `api-key-${reading.issue}`, message } });
}

/** Runs without questions and reports: to programs with `--json`, to people without. Returns the exit code. */
export async function runAndReport(
  options: CreateOptions,
  signal: AbortSignal,
  process: NodeJS.Process,
): Promise<number> {
  const { env, stdout, stderr } = process;
  // An answer or a file may quote the key; no output has it.
  const { hide, learn: learnKey } = createRedactor(env);
  const noted = new Set<string>();
  const crashes = watchCrashes(process);
  const ended = AbortSignal.any([signal, crashes.signal]);
  let wasSent = false;
  const context: RunContext = {
    environment: env,
    keys: systemKeys({ environment: env, signal: ended, patience: unattendedPatience }),
    learnKey,
    stdin: () => process.stdin,
    signal: ended,
    onSend() {
      wasSent = true;
    },
    note(message) {
      noted.add(message);
      stderr.write(`${printable(hide(message))}\n`);
    },
    ledgers: createLedgers({ process, hide, noLedger: options.noLedger, takeOver: options.takeOver }),
    repeated: (flags) => shellCommand(programName(env), [...process.argv.slice(2), ...flags]),
    command: (words) => shellCommand(programName(env), words),
  };
  const account = options.sandbox === false ? 'live' : 'sandbox';
  const finish = await run(options, context).catch((error: unknown): Finish => {
    return internalError(String(error), account, wasSent);
  });
  const { crash } = crashes;
  crashes.stop();
  return deliver(crash === undefined ? finish : internalError(crash, account, wasSent), {
    json: options.json,
    quiet: options.quiet,
    hide,
    noted,
    stdout,
    stderr,
  });
}
