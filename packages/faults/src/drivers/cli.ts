import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { type Ran, runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { writeTrusted } from '../backend/trusted.ts';
import type { Draft, FaultRun } from '../faults/fault.ts';
import { debugging, environmentOf, type Home, makeHome, program } from '../program.ts';
import type { Artifact } from '../secrets.ts';
import {
  type Attempt,
  type Claim,
  type Driver,
  type DriverContext,
  repeatedDraft,
  whenStopped,
} from './driver.ts';

/** The built program without questions, each time in a process of its own; in some runs Node logs everything it does. */
export const cli: Driver = async (context) => {
  const { backend, key, draft, run, random } = context;
  using home = makeHome();
  using trusted = writeTrusted();
  const env = environmentOf(home, {
    HELPCRUNCH_API_KEY: key,
    HELPCRUNCH_BASE_URL: backend.baseUrl,
    NODE_EXTRA_CA_CERTS: trusted.path,
    ...(random.percent(20) ? debugging : {}),
  });
  const broken: string[] = [];
  const artifacts: Artifact[] = [];

  async function attempt(customer: Draft, consent: Attempt['consent'], more: readonly string[] = []) {
    const before = backend.truth();
    const from = join(home.path, 'customer.json');
    writeFileSync(from, JSON.stringify(customer));
    const ended = await start(['--from', from, '--yes', '--json', ...more], env, home, context);
    const read = readEnd(ended, context);
    broken.push(...read.broken);
    artifacts.push(
      { name: 'standard output', text: ended.stdout },
      { name: 'standard error', text: ended.stderr },
    );
    // `--yes` covers an email that is used, which is reported.
    const isReported = /"code":"email-used"/.test(ended.stdout);
    return {
      attempt: { ...read.attempt, consent: isReported ? 'informed' : consent, before },
      again: /--again ([\w-]+)/.exec(ended.stdout)?.[1],
    };
  }

  const first = await attempt(draft, 'plain');
  const attempts: [Attempt, ...Attempt[]] = [first.attempt];
  if (run.repeat && first.attempt.last !== 'yes') {
    const repeated = repeatedDraft(draft, run);
    const second = await attempt(repeated, 'plain');
    attempts.push(second.attempt);
    if (second.again !== undefined && run.repeat.answer === 'send')
      attempts.push((await attempt(repeated, 'informed', ['--again', second.again])).attempt);
  }
  artifacts.push(...home.files());
  const hasLedger = home.files().some(({ name }) => name.includes('ledger'));
  return { attempts, broken, artifacts, ...(hasLedger ? {} : { limits: ['another process'] }) };
};

function start(
  argv: readonly string[],
  env: Record<string, string>,
  home: Home,
  context: DriverContext,
): Promise<Ran> {
  return runProgram([process.execPath, program, ...argv], {
    env,
    cwd: home.path,
    async during(child) {
      void whenStopped(context.backend, context.run).then(() => stop(child, context));
    },
  });
}

function stop(child: ChildProcess, { run: { stop } }: DriverContext): void {
  const signal = stop?.signal ?? 'SIGTERM';
  child.kill(signal === 'crash' ? 'SIGKILL' : signal);
}

function readEnd(
  { stdout, stderr, code, signal }: Ran,
  { backend, run }: DriverContext,
): { readonly attempt: Omit<Attempt, 'before' | 'consent'>; readonly broken: readonly string[] } {
  const result = resultIn(stdout);
  if (!result) {
    // Only a program that was ended before it could begin, or on the spot, may say nothing.
    const maySayNothing = signal === 'SIGKILL' || (signal !== null && backend.truth().creates === 0);
    const broken = maySayNothing
      ? []
      : [`it ends with ${signal ?? code} and prints no object: ${JSON.stringify(stdout.slice(0, 200))}`];
    return { attempt: { first: 'none', last: 'none', outcome: `ended by ${signal ?? code}` }, broken };
  }
  const last = result.customerExists;
  const isInDoubt = /may have been created/.test(stderr);
  const id = result.customer?.id;
  return {
    attempt: {
      first: isInDoubt ? 'unknown' : last,
      last,
      outcome: result.outcome,
      id: last === 'yes' && id !== undefined ? String(id) : undefined,
      ...(isInDoubt ? { check: last === 'yes' ? 'found' : 'not found' } : {}),
      differences: (result.dropped?.length ?? 0) + (result.changed?.length ?? 0),
    },
    broken: exitCodes(result, run).includes(code) ? [] : [`it exits with ${code} after ${result.outcome}`],
  };
}

interface Result {
  readonly outcome: string;
  readonly customerExists: Claim;
  readonly customer?: { readonly id?: unknown };
  readonly dropped?: readonly unknown[];
  readonly changed?: readonly unknown[];
}

function resultIn(stdout: string): Result | undefined {
  const lines = stdout.split('\n');
  return lines.length === 2 && lines[1] === '' ? (JSON.parse(lines[0] ?? '') as Result) : undefined;
}

const bySignal = (['SIGHUP', 'SIGINT', 'SIGTERM'] as const).map((name) => 128 + constants.signals[name]);

/** What the README promises; a signal that comes late changes the code alone. */
function exitCodes({ outcome }: Result, { stop }: FaultRun): readonly (number | null)[] {
  const codes: Readonly<Record<string, number>> = {
    created: 0,
    rejected: 1,
    'user-id-taken': 1,
    invalid: 2,
    'needs-confirmation': 2,
    unknown: 3,
    unauthorized: 4,
    blocked: 5,
    'rate-limited': 75,
    'not-sent': 75,
    cancelled: 130,
  };
  return [codes[outcome] ?? -1, ...(stop ? bySignal : [])];
}
