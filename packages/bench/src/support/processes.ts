import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Megabytes that a process holds now (`VmRSS`), or held at most (`VmHWM`). Undefined outside Linux. */
export function processMemory(pid: number, row: 'VmRSS' | 'VmHWM'): number | undefined {
  const status = readProcess(pid, 'status');
  const kilobytes = new RegExp(`${row}:\\s+(\\d+)`).exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/** Megabytes that a process and all that it has started hold now. */
function treeMemory(pid: number): number {
  const children = readProcess(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + treeMemory(child), processMemory(pid, 'VmRSS') ?? 0);
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** How often the memory of processes that come and go is looked at, in milliseconds. */
const watchEveryMs = 10;

/** Watches how much a process and all that it starts hold at most, in megabytes; `undefined` outside Linux. */
export function watchPeakMemory(pid: number): { readonly peak: () => number | undefined } & Disposable {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, treeMemory(pid));
  }, watchEveryMs);
  return {
    peak() {
      const own = processMemory(pid, 'VmHWM');
      return own && Math.max(own, most);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** Milliseconds from the start of a program to its end. */
export async function timeProgram(
  [file, ...args]: readonly [string, ...string[]],
  { cwd, env }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<number> {
  const start = performance.now();
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${code}.`);
  return performance.now() - start;
}
