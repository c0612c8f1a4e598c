import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHistory } from '@helpcrunch-customer-kit/local/ledger';
import type { Draft } from '../faults/fault.ts';
import { environmentOf, type Home, makeHome } from '../program.ts';
import { type FaultPoint, faultPoint } from './fault-point.ts';
import type { KillPlan, ProgramName } from './kill-plan.ts';
import { type KillServer, openKillServer } from './kill-server.ts';
import { type Ended, flagsOf, programs, type Result, runCommand, runScript } from './programs.ts';

/** What is known of a create after it was run again. */
export type End = 'created' | 'not-sent' | 'open';

export interface KilledRun {
  readonly plan: KillPlan;
  /** Processes that were killed. */
  readonly killed: number;
  readonly posts: number;
  readonly end: End;
  /** Promises that were broken, in words. */
  readonly wrong: readonly string[];
}

/** Runs a create into its trouble, then again until it is resolved. */
export async function runKilled(plan: KillPlan): Promise<KilledRun> {
  using home = makeHome();
  await using server = await openKillServer(plan.answerMs);
  const wrong: string[] = [];
  const context: RunContext = { plan, home, server, wrong, env: environmentIn(home, server, plan) };
  const ended = await intoTrouble(context);
  await server.idle();
  checkDrafts(context, ended);
  const end = await resolve(context, ended);
  if (server.posts > 1) wrong.push(`sent ${server.posts} times`);
  if (server.ids().length > 1) wrong.push(`made ${server.ids().length} customers`);
  if (plan.trouble === 'read-only' && ended.some(({ outcome }) => outcome === 'created'))
    wrong.push('sent without a ledger');
  const killed = ended.filter(({ wasKilled }) => wasKilled).length;
  return { plan, killed, posts: server.posts, end, wrong };
}

interface RunContext {
  readonly plan: KillPlan;
  readonly home: Home;
  readonly server: KillServer;
  readonly env: Record<string, string>;
  readonly wrong: string[];
}

function environmentIn(home: Home, server: KillServer, { key }: KillPlan): Record<string, string> {
  return environmentOf(home, {
    HELPCRUNCH_API_KEY: key,
    HELPCRUNCH_BASE_URL: server.baseUrl,
    HELPCRUNCH_NO_KEYCHAIN: '1',
    HELPCRUNCH_STATE_DIR: stateIn(home),
  });
}

function stateIn(home: Home): string {
  return join(home.path, 'kit');
}

const never = new Promise<never>(() => {});

async function intoTrouble(context: RunContext): Promise<readonly Ended[]> {
  const { plan, home, env, server } = context;
  const { trouble, program, moment, customer, random } = plan;
  const root = stateIn(home);
  const start = (by: ProgramName, isKilled: boolean, point: Partial<FaultPoint> = {}) => {
    const isStep = isKilled && moment.kind === 'step';
    const own = isStep ? { root, at: moment.at, isHalf: moment.isHalf, ...point } : point;
    return programs[by]({
      env: { ...env, ...faultPoint(own) },
      customer,
      flags: plan.flags ?? [],
      isSending: random.percent(60),
      end: isKilled && moment.kind === 'time' ? momentOf(server, moment) : never,
    });
  };
  switch (trouble) {
    case 'moment':
    case 'step':
    case 'clock-back':
    case 'lost-salt':
      return [await start(program, true)];
    case 'full-disk': {
      return [await start(program, moment.kind === 'time', { root, at: random.int(0, 30), how: 'ENOSPC' })];
    }
    case 'read-only':
      return [await start(program, false, { root, at: 0, how: 'EROFS' })];
    case 'two-at-once': {
      const isKilled = random.percent(60);
      const isScript = random.percent(50);
      return Promise.all([start('script', isKilled && isScript), start('extension', isKilled && !isScript)]);
    }
    default: {
      const unreachable: never = trouble;
      return unreachable;
    }
  }
}

async function momentOf(
  server: KillServer,
  { after, laterMs }: Extract<KillPlan['moment'], { kind: 'time' }>,
): Promise<void> {
  // Starting takes a few hundred milliseconds.
  const wait = after === 'start' ? laterMs * 20 : laterMs;
  if (after !== 'start') await server.when(after);
  await new Promise((done) => setTimeout(done, wait));
}

/** Every answer whose next question was shown is in a draft. */
function checkDrafts({ home, server, wrong }: RunContext, ended: readonly Ended[]): void {
  for (const { confirmed } of ended) {
    const lost = (draft: Draft) => Object.keys(confirmed).filter((key) => draft[key] !== confirmed[key]);
    if (Object.keys(confirmed).length === 0 || server.ids().length > 0) continue;
    const missing = home.drafts().map(lost);
    if (!missing.some((keys) => keys.length === 0))
      wrong.push(`a draft lost ${missing[0]?.join(', ') ?? 'everything'}`);
  }
}

/** No create needs more: check, decide, send. */
const maxRounds = 6;

/** Runs it again as a person would who reads what is reported, until it is created or nothing more can be learned. */
async function resolve(context: RunContext, ended: readonly Ended[]): Promise<End> {
  const { plan, server, wrong } = context;
  const { trouble, random, customer, flags = [] } = plan;
  const printed = ended.flatMap(({ outcome, id }) => (outcome === 'created' ? [id] : []));
  const later = trouble === 'clock-back' ? { clockMs: -random.int(60_000, 10 * 365 * 86_400_000) } : {};
  const env = { ...context.env, ...faultPoint(later) };
  if (trouble === 'lost-salt') await withoutSalt(context);
  if (random.percent(15)) {
    const { outcome, id } = await programs.extension({ env, customer, flags, isSending: true, end: never });
    if (outcome === 'created') printed.push(id);
  }
  let again: readonly string[] = [];
  for (let round = 0; round < maxRounds; round += 1) {
    await checkPrinted(context, printed);
    const { result } = await runScript([...flagsOf(customer), ...flags, ...again], { env, end: never });
    if (!result) throw new Error('a script prints an object');
    const { outcome, issues = [] } = result;
    if (outcome === 'created') {
      printed.push(String(result.customer?.id));
      continue;
    }
    if (issues.some(({ code }) => code === 'in-flight')) wrong.push('in flight, and no process sends it');
    if (outcome === 'user-id-taken' || issues.some(({ code }) => code === 'sent-before')) break;
    const id = ledgerIdIn(result);
    if (id === undefined) {
      wrong.push(`ended as ${outcome}: ${JSON.stringify(result.issues)}`);
      break;
    }
    const checked = (await runCommand(['history', 'check', id], env)) as Result;
    if (checked.outcome === 'created') continue;
    // A person sends again what cannot have arrived; without a user ID or email, no lookup can show it.
    const canTell = customer['email'] !== undefined || customer['userId'] !== undefined;
    if (!canTell || server.posts > 0) break;
    again = ['--again', id];
  }
  await checkPrinted(context, printed);
  if (printed.length === 0) return server.posts === 0 ? 'not-sent' : endOfUnprinted(context);
  if (!printed.every((id) => id === undefined || server.ids().includes(id)))
    wrong.push(
      `${printed.join(', ')} was printed as created; there is ${server.ids().join(', ') || 'no customer'}`,
    );
  return 'created';
}

/** It was sent, and "created" was not reported: where a search can show it, the ledger knows by now. */
async function endOfUnprinted({
  plan: { customer, trouble },
  home,
  server,
  wrong,
}: RunContext): Promise<End> {
  const { entries } = await openHistory({ folder: stateIn(home) }).list();
  const isKnown = entries.some(
    ({ state, customerId }) => state === 'created' && customerId === server.ids()[0],
  );
  const isSearchable = customer['email'] !== undefined || customer['userId'] !== undefined;
  if (!isKnown && isSearchable && trouble !== 'clock-back') wrong.push('created, and never found');
  return isKnown ? 'created' : 'open';
}

/** What was printed as created is created in the history, and stays so. */
async function checkPrinted(
  { plan: { trouble }, home, wrong }: RunContext,
  printed: readonly (string | undefined)[],
): Promise<void> {
  // The disk was full before it could be written.
  if (printed.length === 0 || trouble === 'full-disk') return;
  const { entries } = await openHistory({ folder: stateIn(home) }).list();
  for (const id of printed) {
    if (
      entries.some(({ state, customerId }) => state === 'created' && (id === undefined || customerId === id))
    )
      continue;
    wrong.push(`printed as created, and ${JSON.stringify(entries.map(({ state }) => state))} in the history`);
  }
}

/** The entry that a result asks about. */
function ledgerIdIn({ next = [] }: Result): string | undefined {
  return /--again (\w+)|history check (\w+)/.exec(next.join('\n'))?.slice(1).find(Boolean);
}

/** Nothing is sent while the salt of a ledger is missing; then it is back. */
async function withoutSalt({ home, server, plan, env, wrong }: RunContext): Promise<void> {
  const ledgers = join(stateIn(home), 'ledger');
  const path = join(ledgers, 'salt');
  // Killed before there was a ledger.
  if (!existsSync(path) || !readdirSync(ledgers).some((name) => name.startsWith('host-'))) return;
  const salt = readFileSync(path);
  const before = server.posts;
  rmSync(path);
  const { outcome } = await runScript(flagsOf(plan.customer), { env, end: never });
  if (server.posts > before) wrong.push(`sent without the salt: ${outcome}`);
  writeFileSync(path, salt, { mode: 0o600 });
}
