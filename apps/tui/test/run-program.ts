import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { type Environment, environmentOf, makeFolder, program } from './program.ts';

export interface RunOptions {
  readonly environment?: Environment;
  /** What standard input has; left open and empty when it is 'open'. */
  readonly stdin?: string | Uint8Array | 'open';
  /** Called once the program runs. */
  readonly during?: (child: ChildProcess) => Promise<void>;
}

/** How a run ended. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Runs the built program without a terminal, to its end. */
export async function runProgram(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  await using home = await makeFolder();
  const env = environmentOf(home.path, options.environment ?? {});
  const child = spawn(process.execPath, [program, ...argv], { env, cwd: home.path });
  const exited = once(child, 'exit');
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  // A program that ends before it has read everything is no failure of the test.
  child.stdin.on('error', () => {});
  if (options.stdin !== 'open') child.stdin.end(options.stdin ?? '');
  await options.during?.(child);
  const [code, signal] = await exited;
  return { stdout: await stdout, stderr: await stderr, code, signal };
}
