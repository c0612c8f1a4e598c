import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FaultPlay } from '../faults/fault.ts';
import { program } from '../program/bundles.ts';
import { debugging, environmentOf, type Home, makeHome } from '../program/home.ts';
import { writeTrusted } from '../world/trusted.ts';
import type { Caller, CallerContext, Claim, Told } from './caller.ts';
import { stopTime } from './stopping.ts';

/** The built program without questions, a process of its own; in some runs Node tells everything it does. */
export const cli: Caller = async (context) => {
  using home = makeHome();
  using trusted = writeTrusted();
  const from = join(home.path, 'customer.json');
  writeFileSync(from, JSON.stringify(context.draft));
  const env = environmentOf(home, {
    HELPCRUNCH_API_KEY: context.key,
    HELPCRUNCH_BASE_URL: context.world.baseUrl,
    NODE_EXTRA_CA_CERTS: trusted.path,
    ...(context.random.percent(20) ? debugging : {}),
  });
  const child = spawn(process.execPath, [program, '--from', from, '--yes', '--json'], {
    env,
    cwd: home.path,
  });
  child.stdin.end();
  void stopTime(context.world, context.play).then(() => stop(child, context));
  const exited = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code, signal] = (await exited) as [number | null, NodeJS.Signals | null];
  return tell({ stdout, stderr, code, signal }, home, context);
};

function stop(child: ChildProcess, { play }: CallerContext): void {
  const signal = play.stop?.signal ?? 'SIGTERM';
  child.kill(signal === 'crash' ? 'SIGKILL' : signal);
}

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

function tell({ stdout, stderr, code, signal }: Ended, home: Home, { world, play }: CallerContext): Told {
  const artefacts = [
    { name: 'standard output', text: stdout },
    { name: 'standard error', text: stderr },
    ...home.files(),
  ];
  const result = resultIn(stdout);
  if (!result) {
    // Only a program that was ended before it could begin, or on the spot, may say nothing.
    const maySayNothing = signal === 'SIGKILL' || (signal !== null && world.truth().creates === 0);
    const broken = maySayNothing
      ? []
      : [`it ends with ${signal ?? code} and prints no object: ${JSON.stringify(stdout.slice(0, 200))}`];
    return { first: 'none', last: 'none', outcome: `ended by ${signal ?? code}`, broken, artefacts };
  }
  const last = result.customerExists;
  const isInDoubt = /may have been created/.test(stderr);
  const id = result.customer?.id;
  return {
    first: isInDoubt ? 'unknown' : last,
    last,
    outcome: result.outcome,
    id: last === 'yes' && id !== undefined ? String(id) : undefined,
    ...(isInDoubt ? { check: last === 'yes' ? 'found' : 'not found' } : {}),
    broken: exitCodes(result, play).includes(code) ? [] : [`it exits with ${code} after ${result.outcome}`],
    artefacts,
  };
}

interface Result {
  readonly outcome: string;
  readonly customerExists: Claim;
  readonly customer?: { readonly id?: unknown };
}

function resultIn(stdout: string): Result | undefined {
  const lines = stdout.split('\n');
  return lines.length === 2 && lines[1] === '' ? (JSON.parse(lines[0] ?? '') as Result) : undefined;
}

const bySignal = (['SIGHUP', 'SIGINT', 'SIGTERM'] as const).map((name) => 128 + constants.signals[name]);

/** What the README promises; a signal that comes late changes the code alone. */
function exitCodes({ outcome }: Result, { stop }: FaultPlay): readonly (number | null)[] {
  const codes: Readonly<Record<string, number>> = {
    created: 0,
    rejected: 1,
    'user-id-taken': 1,
    invalid: 2,
    unauthorized: 4,
    'rate-limited': 75,
    'not-sent': 75,
    unknown: 75,
    cancelled: 130,
  };
  return [codes[outcome] ?? -1, ...(stop ? bySignal : [])];
}
