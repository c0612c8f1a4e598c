import { type CreateResult, isJsonObject, type JsonObject } from '@helpcrunch-customer-kit/core';
import { ensureSalt } from '../ledger/salt.ts';
import { AgentFiles, type AgentFilesOptions } from './agent-files.ts';
import type { StoredPlan } from './stored-plan.ts';

/** How long results are kept, in milliseconds; the ledger remembers much longer what was created under a key. */
const keptFor = 24 * 60 * 60_000;

/** The creates of one request key, with what came of them so far. */
export interface Job {
  readonly version: 1;
  /** Names it, reveals no key, and is the prefix of its idempotency keys in the ledger. */
  readonly name: string;
  /** The bodies. */
  readonly fingerprint: string;
  /** When it was last written, in milliseconds since 1970. */
  readonly at: number;
  /** In the order of the plan; null for what was not tried yet. */
  readonly results: readonly (CreateResult | null)[];
}

export interface JobStore {
  /**
   * The job that carries out a plan: the one of its request key, else the one that the plan has, else a recent one with
   * the same bodies, else a new one.
   */
  nameFor(plan: StoredPlan, requestKey: string | undefined): Promise<string>;
  find(name: string): Promise<Job | undefined>;
  save(job: Omit<Job, 'at' | 'version'>): Promise<void>;
  /** Runs one thing at a time for a job, whatever process it is in. */
  locked<Result>(name: string, act: () => Promise<Result>): Promise<Result>;
  /** Deletes what is too old to matter. */
  clean(): Promise<void>;
}

export interface JobStoreOptions extends AgentFilesOptions {
  /** For how long the same bodies are the same job without a key, in milliseconds. */
  readonly repeatWindow: number;
}

/**
 * What came of the creates of agents, in files that outlive every process.
 *
 * @throws what the file system throws, and LedgerError.
 */
export function createJobStore({ repeatWindow, ...options }: JobStoreOptions): JobStore {
  const files = new AgentFiles('jobs', options);
  const { context } = files;
  const { now } = context;
  const read = async (name: string) => readJob(await files.read(name));

  /** A recent job with the same bodies, else this plan's own, which is the recent one from now on. */
  async function recentOr(own: string, recent: string): Promise<string> {
    return files.locked(recent, async () => {
      const { job: known, at } = (await files.read(recent)) ?? {};
      if (typeof known === 'string' && typeof at === 'number') {
        const last = (await read(known))?.at ?? at;
        if (now() - last < repeatWindow) return known;
      }
      await files.write(recent, { job: own, at: now() });
      return own;
    });
  }

  return {
    async nameFor({ account, id, fingerprint, job }, requestKey) {
      const salt = await ensureSalt(context, context.ledgers);
      const named = (...words: readonly string[]) =>
        fileName(salt.hash('idempotencyKey', JSON.stringify(['agent', account.identity, ...words])));
      if (requestKey !== undefined) return named('key', requestKey);
      return job ?? recentOr(named('plan', id), named('bodies', fingerprint));
    },
    find: read,
    save: (job) => files.write(job.name, { version: 1, ...job, at: now() }),
    locked: (name, act) => files.locked(name, act),
    async clean() {
      for (const name of await files.names()) {
        const at = (await files.read(name))?.['at'];
        if (typeof at !== 'number' || Math.abs(now() - at) > keptFor) await files.remove(name);
      }
    },
  };
}

/** Names differ by more than case, on every file system. */
function fileName(hash: string): string {
  return Buffer.from(hash, 'base64url').toString('hex');
}

/** Undefined for a file that is damaged, or that a later version of this kit has written. */
function readJob(value: JsonObject | undefined): Job | undefined {
  if (value?.['version'] !== 1) return undefined;
  const { name, fingerprint, at, results } = value;
  const isSound =
    typeof name === 'string' &&
    typeof fingerprint === 'string' &&
    typeof at === 'number' &&
    Array.isArray(results) &&
    results.every((result) => result === null || isResult(result));
  return isSound ? (value as unknown as Job) : undefined;
}

function isResult(value: unknown): boolean {
  return isJsonObject(value) && typeof value['outcome'] === 'string' && Array.isArray(value['issues']);
}
