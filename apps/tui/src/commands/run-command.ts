import type { CommandReading } from '../command-line/commands.ts';
import { createRedactor } from '../keys/redactor.ts';
import { systemKeys, unattendedPatience } from '../keys/system-keys.ts';
import { print } from '../terminal/print.ts';
import { printable } from '../terminal/printable.ts';
import type { CommandWorld } from './command-world.ts';

/** Runs one command in this process; returns the exit code. */
export async function runCommand(
  { name, words }: Extract<CommandReading, { kind: 'command' }>,
  signal: AbortSignal,
  process: NodeJS.Process,
): Promise<number> {
  const { env, stdout, stderr } = process;
  const { hide } = createRedactor(env);
  const world: CommandWorld = {
    environment: env,
    keys: systemKeys({
      environment: env,
      signal,
      // Who looks at the status waits for nothing but that.
      ...(name === 'status' ? { patience: unattendedPatience } : {}),
    }),
    tell: (line) => stdout.write(`${printable(hide(line))}\n`),
    note: (line) => stderr.write(`${printable(hide(line))}\n`),
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
