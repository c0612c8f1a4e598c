import {
  createLedgers,
  createRedactor,
  systemKeys,
  unattendedPatience,
} from '@helpcrunch-customer-kit/local';
import { shellCommand } from '../command-line/create-command.ts';
import type { CreateOptions } from '../command-line/create-options.ts';
import { programName } from '../command-line/program.ts';
import { watchCrashes } from '../drafts/watch-crashes.ts';
import { printable } from '../terminal/printable.ts';
import { deliver } from './deliver.ts';
import { type Finish, internalError } from './finish.ts';
import { type RunContext, run } from './run.ts';

/** Runs without questions and reports: to programs with `--json`, to people without. Returns the exit code. */
export async function runAndReport(
  options: CreateOptions,
  signal: AbortSignal,
  process: NodeJS.Process,
): Promise<number> {
  const { env, stdin, stdout, stderr } = process;
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
    stdin,
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
