import {
  createRedactor,
  type Redactor,
  systemKeys,
  unattendedPatience,
} from '@helpcrunch-customer-kit/local';
import type { CommandReading } from '../command-line/commands.ts';
import { print } from '../terminal/print.ts';
import { printable } from '../terminal/printable.ts';
import type { CommandWorld } from './command-world.ts';
import { createResults, type Results } from './results.ts';

type Command = Extract<CommandReading, { kind: 'command' }>;

/** Runs one command in this process; returns the exit code. */
export async function runCommand(
  command: Command,
  signal: AbortSignal,
  process: NodeJS.Process,
): Promise<number> {
  const redactor = createRedactor(process.env);
  const { tell, deliver } = createResults(process, redactor.hide);
  return deliver(await run(command, signal, { process, redactor, tell }));
}

interface CommandProcess {
  readonly process: NodeJS.Process;
  readonly redactor: Redactor;
  readonly tell: Results['tell'];
}

async function run(
  { name, words }: Command,
  signal: AbortSignal,
  { process, redactor, tell }: CommandProcess,
): Promise<number> {
  const { env, stderr } = process;
  const world: CommandWorld = {
    environment: env,
    keys: systemKeys({
      environment: env,
      signal,
      // Who looks at the status waits for nothing but that, and a script runs the history.
      ...(name === 'status' || name === 'history' ? { patience: unattendedPatience } : {}),
    }),
    tell,
    note: (line) => stderr.write(`${printable(redactor.hide(line))}\n`),
  };
  switch (name) {
    case 'login': {
      const { login } = await import('./login.ts');
      const { readKey } = await import('./read-key.ts');
      const askKey = (host: string) => readKey(host, process, signal);
      return login(world, { askKey, verify: !words.includes('--no-verify'), signal });
    }
    case 'logout': {
      const { logout } = await import('./logout.ts');
      return logout(world);
    }
    case 'status': {
      const { status } = await import('./status.ts');
      return status(world);
    }
    case 'history': {
      const { runHistory } = await import('./history/run-history.ts');
      return runHistory(words, { world, process, redactor, signal });
    }
    case 'completion': {
      const { completionScript } = await import('./completion.ts');
      return print(process, completionScript(words[0] ?? ''));
    }
    default: {
      const unreachable: never = name;
      return unreachable;
    }
  }
}
