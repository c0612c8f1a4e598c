import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { expect } from 'vitest';
import { liveMachine } from './live-machine.ts';
import { onlyObject } from './run-program.ts';

/** A machine with a live account and one file, `customers.csv`. */
export async function importMachine(content: string, options: SandboxOptions = {}) {
  const live = await liveMachine(options);
  const { listener, environment } = live;
  const folder = environment['HOME'] ?? '';
  const file = join(folder, 'customers.csv');
  await writeFile(file, content);
  const run = (...argv: string[]) => live.run(['import', ...argv]);
  return {
    folder,
    file,
    state: live.state,
    listener,
    sandbox: listener.sandbox,
    environment,
    read: (name: string) => readFile(join(folder, name), 'utf8'),
    write: (content: string, name = 'customers.csv') => writeFile(join(folder, name), content),
    run,
    /** Another command on the same machine. */
    command: live.run,
    /** Runs with `--json`, and returns the object and the exit code. */
    async json(...argv: string[]) {
      const { stdout, code } = await run(...argv, '--json');
      return { result: onlyObject(stdout), code };
    },
    runDuring: (during: (child: ChildProcess) => Promise<void>, ...argv: string[]) =>
      live.run(['import', ...argv], { during }),
    /** Kills the program once a condition holds. */
    killWhen: (condition: () => boolean, ...argv: string[]) =>
      live.run(['import', ...argv], {
        async during(child) {
          await expect.poll(condition, { timeout: 10_000, interval: 5 }).toBe(true);
          child.kill('SIGKILL');
        },
      }),
    [Symbol.asyncDispose]: () => live[Symbol.asyncDispose](),
  };
}
