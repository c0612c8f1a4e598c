import type { Readable } from 'node:stream';
import {
  type AccountKind,
  type ApiKey,
  apiKeyWords,
  baseUrlWords,
  type DryRun,
  type Outcome,
  outcomeMessage,
  planCustomer,
} from '@helpcrunch-customer-kit/core';
import type { AccountReading } from '../account/account.ts';
import { findLiveAccount } from '../account/find-live-account.ts';
import type { CommandLine } from '../command-line/read-command-line.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { createOnce } from './create-once.ts';
import { badUsage, type Finish, finish } from './finish.ts';
import { readInput } from './read-input.ts';
import { type Told, tell } from './told.ts';

/** What the world gives to a run without questions. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keys: Pick<KeyStore, 'read'>;
  /** Told of the key in use, so that it is kept out of whatever is written. */
  readonly learnKey: (key: ApiKey) => void;
  readonly stdin: Readable;
  /** Aborted when the person, or the system, wants the run to end. */
  readonly signal: AbortSignal;
  /** Told when the account is about to be spoken to. */
  readonly onBegin: () => void;
  /** Something worth knowing that is no result. */
  readonly note: (sentence: string) => void;
}

const noCustomer =
  'There is no customer: name a file with --from, or give its fields as options; the wizard needs a terminal.';

/** Creates a customer without a single question; every way it can end is a `Finish`. */
export async function run(commandLine: CommandLine, world: World): Promise<Finish> {
  const account = commandLine.sandbox ? 'sandbox' : 'live';
  const { from, fields } = commandLine;
  if (from === undefined && Object.keys(fields).length === 0) return badUsage(noCustomer, account);
  const input = await readInput({ from, fields, stdin: world.stdin, signal: world.signal });
  if (world.signal.aborted) return cancelled(account);
  if (!input.ok) return badUsage(input.problem, account, []);
  for (const sentence of input.notes) world.note(sentence);

  const plan = planCustomer(input.customer, { now: Date.now() });
  if (plan.outcome === 'invalid' || commandLine.dryRun) {
    return finish(tell(plan, account), account);
  }
  const reading = await chooseAccount(commandLine.sandbox, world);
  if (world.signal.aborted) return cancelled(account);
  if (reading.kind !== 'ready') return finish(withoutAccount(reading, plan), account);
  if (!commandLine.yes) {
    return badUsage(
      'Consent is missing: add --yes to send, or --dry-run to see what would be sent.',
      account,
      [],
    );
  }
  world.onBegin();
  const told = await createOnce(reading.account, input.customer, world);
  const finished = finish(told, account);
  // Whoever stops the look after a lost answer has cancelled as well as one who stops the wait for it.
  return world.signal.aborted && told.outcome.outcome === 'unknown'
    ? { ...finished, exitCode: 130 }
    : finished;
}

function cancelled(account: AccountKind): Finish {
  return finish(tell({ outcome: 'cancelled', customerExists: 'no', issues: [] }, account), account);
}

async function chooseAccount(sandbox: boolean, world: World): Promise<AccountReading> {
  if (!sandbox) {
    const { reading, note } = await findLiveAccount(world.environment, world.keys);
    if (note !== undefined) world.note(note);
    if (reading.kind === 'ready') world.learnKey(reading.account.connection.apiKey);
    return reading;
  }
  // Loaded on demand: a run against a live account never needs it.
  const { sandboxAccount } = await import('../account/sandbox-account.ts');
  return { kind: 'ready', account: sandboxAccount() };
}

function withoutAccount(
  reading: Exclude<AccountReading, { kind: 'ready' }>,
  { issues, request }: DryRun,
): Told {
  const common = { customerExists: 'no', issues, request } as const;
  if (reading.kind === 'unusable-url') {
    const outcome: Outcome = { ...common, outcome: 'not-sent', reason: 'unusable-url' };
    return withReason(outcome, `base-url-${reading.problem}`, baseUrlWords[reading.problem]);
  }
  const outcome: Outcome = { ...common, outcome: 'unauthorized', reason: 'no-key' };
  return withReason(outcome, `api-key-${reading.problem}`, apiKeyWords[reading.problem]);
}

/** Told by what is wrong with the environment, which is nearer than what the outcome knows. */
function withReason(outcome: Outcome, code: string, words: string): Told {
  const { next } = outcomeMessage(outcome, 'live');
  const sentence = `Nothing was sent. ${words}`;
  return {
    outcome,
    message: { sentence, next },
    reasons: [{ code, path: '', severity: 'error', message: sentence }],
  };
}
