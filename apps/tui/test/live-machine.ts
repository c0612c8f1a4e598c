import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { type Listener, listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { type Ran, type RunOptions, runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { environmentOf, makeFolder, program } from './program.ts';
import { onlyObject } from './run-program.ts';

export const liveKey = 'a-key-for-a-live-account-0123456789';

/** One machine that keeps what is written to it, and a live account behind a port. */
export interface LiveMachine extends AsyncDisposable {
  readonly listener: Listener;
  readonly state: string;
  readonly environment: Record<string, string>;
  run(argv: readonly string[], options?: Pick<RunOptions, 'during' | 'stdin' | 'env'>): Promise<Ran>;
  /** A create with `--yes --json`. */
  create(
    argv: readonly string[],
    options?: Pick<RunOptions, 'during' | 'env'>,
  ): Promise<{ readonly result: Readonly<Record<string, unknown>>; readonly code: number | null }>;
  /** Everything that the ledgers have on disk. */
  ledgerText(): string;
}

export async function liveMachine(options: SandboxOptions = {}, given?: Listener): Promise<LiveMachine> {
  const home = await makeFolder();
  const listener = given ?? (await listen(createSandbox(options)));
  const state = join(home.path, 'state');
  const environment = environmentOf(home.path, {
    HELPCRUNCH_STATE_DIR: state,
    HELPCRUNCH_API_KEY: liveKey,
    HELPCRUNCH_BASE_URL: listener.baseUrl,
  });
  const run: LiveMachine['run'] = (argv, more = {}) =>
    runProgram([process.execPath, program, ...argv], {
      cwd: home.path,
      ...more,
      env: { ...environment, ...more.env },
    });
  return {
    listener,
    state,
    environment,
    run,
    async create(argv, more) {
      const { stdout, code } = await run([...argv, '--yes', '--json'], more);
      return { result: onlyObject(stdout), code };
    },
    ledgerText() {
      const names = readdirSync(state, { recursive: true, encoding: 'utf8' });
      return names
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => readFileSync(join(state, name), 'utf8'))
        .join('');
    },
    async [Symbol.asyncDispose]() {
      await listener[Symbol.asyncDispose]();
      home[Symbol.dispose]();
    },
  };
}
