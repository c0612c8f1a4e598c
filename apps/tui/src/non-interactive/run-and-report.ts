import type { CommandLine } from '../command-line/read-command-line.ts';
import { watchCrashes } from '../drafts/watch-crashes.ts';
import { createRedactor } from '../keys/redactor.ts';
import { systemKeys, unattendedPatience } from '../keys/system-keys.ts';
import { printable } from '../terminal/printable.ts';
import { deliver } from './deliver.ts';
import { type Finish, mistake } from './finish.ts';
import { run, type World } from './run.ts';

/** Runs without questions and reports: to programs with `--json`, to people without. Returns the exit code. */
export async function runAndReport(
  commandLine: CommandLine,
  signal: AbortSignal,
  process: NodeJS.Process,
): Promise<number> {
  const { env, stdin, stdout, stderr } = process;
  // Whatever is written, the key is not in it, though an answer or a file may quote it.
  const { hide, learn: learnKey } = createRedactor(env);
  const noted = new Set<string>();
  const crashes = watchCrashes(process);
  const ended = AbortSignal.any([signal, crashes.signal]);
  let hasBegun = false;
  const world: World = {
    environment: env,
    keys: systemKeys({ environment: env, signal: ended, patience: unattendedPatience }),
    learnKey,
    stdin,
    signal: ended,
    onBegin() {
      hasBegun = true;
    },
    note(sentence) {
      noted.add(sentence);
      stderr.write(`${printable(hide(sentence))}\n`);
    },
  };
  const account = commandLine.sandbox ? 'sandbox' : 'live';
  const finish = await run(commandLine, world).catch((error: unknown): Finish => {
    return mistake(String(error), account, hasBegun);
  });
  const { crash } = crashes;
  crashes.stop();
  return deliver(crash === undefined ? finish : mistake(crash, account, hasBegun), {
    json: commandLine.json,
    hide,
    noted,
    stdout,
    stderr,
  });
}
