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

/** The one JSON object that is all of standard output, on one line. */
export function onlyObject(stdout: string): Readonly<Record<string, unknown>> {
  const [line = '', ...others] = stdout.split('\n');
  if (others.length !== 1 || others[0] !== '') throw new Error(`This is not one line:\n${stdout}`);
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`No object: ${line}`);
  return value as Readonly<Record<string, unknown>>;
}
