import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface RunOptions {
  /** The whole environment; this process's own without it. */
  readonly env?: Environment;
  readonly cwd?: string;
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

/** Runs a program without a terminal, to its end. */
export async function runProgram(
  [file, ...args]: readonly [string, ...string[]],
  { env, cwd, stdin = '', during }: RunOptions = {},
): Promise<Ran> {
  const child = spawn(file, args, { env: env ?? process.env, cwd });
  const exited = once(child, 'exit');
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  // A program may end before it has read everything.
  child.stdin.on('error', () => {});
  if (stdin !== 'open') child.stdin.end(stdin);
  await during?.(child);
  const [code, signal] = await exited;
  return { stdout: await stdout, stderr: await stderr, code, signal };
}

export type Environment = Readonly<Record<string, string>>;

/** The environment of a program under test: nothing of the person's own settings, drafts or keys gets in. */
export function cleanEnvironment(home: string, own: Environment = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'xterm-256color', TZ: 'UTC', ...own };
}
