import { randomBytes } from 'node:crypto';
import { AgentFiles, type AgentFilesOptions, fingerprintOf } from './agent-files.ts';
import {
  type Approver,
  approvalLifetime,
  type PlanAccount,
  type PlannedCustomer,
  planLifetime,
  readPlan,
  type StoredPlan,
} from './stored-plan.ts';

/** How long a plan is kept, in milliseconds. */
const keptFor = 24 * 60 * 60_000;

/** Whether a job may send what is in a plan. */
export type Claim =
  /** A person approved it, or it needs no approval; the plan belongs to this job from now on. */
  | { readonly kind: 'granted' }
  | { readonly kind: 'not-approved'; readonly plan: StoredPlan }
  | { readonly kind: 'declined' }
  | { readonly kind: 'expired' }
  /** The account has another key than when the plan was made: what was checked and approved may be about another one. */
  | { readonly kind: 'other-key' }
  /** Another job carries it out. */
  | { readonly kind: 'used' };

export interface PlanStore {
  add(account: PlanAccount, customers: readonly PlannedCustomer[]): Promise<StoredPlan>;
  find(id: string): Promise<StoredPlan | undefined>;
  /** The plan that a person named by its code, however they typed that. */
  findByCode(code: string): Promise<StoredPlan | undefined>;
  /** Notes that an approval is needed, so that an editor that watches the folder asks for it. */
  ask(id: string, question?: string): Promise<StoredPlan | undefined>;
  /** The plans that wait for an answer in the editor window of this store. */
  waiting(): Promise<readonly StoredPlan[]>;
  /** Keeps a person's answer to exactly these bodies. False when the plan is gone, changed, expired or answered. */
  answer(plan: StoredPlan, answer: 'approved' | 'declined', by: Approver): Promise<boolean>;
  /**
   * Takes a plan for a job, before its first request. Each approval serves one job and one key, and only for a while.
   * `keyHash` names the key that will be used.
   */
  claim(id: string, job: string, keyHash: string | undefined): Promise<Claim>;
  /** Deletes what is too old to matter. */
  clean(): Promise<void>;
}

export interface PlanStoreOptions extends AgentFilesOptions {
  /** The editor window that asks for approvals, where it started this process. */
  readonly window?: string | undefined;
}

/**
 * Plans of agents and their approvals, in files that outlive every process.
 *
 * @throws what the file system throws, and LedgerError.
 */
export function createPlanStore({ window, ...options }: PlanStoreOptions): PlanStore {
  const files = new AgentFiles('plans', options);
  const { now } = files.context;
  const read = async (id: string) => (isId(id) ? readPlan(await files.read(id)) : undefined);

  async function change(
    id: string,
    next: (plan: StoredPlan) => StoredPlan | undefined,
  ): Promise<StoredPlan | undefined> {
    if (!(await read(id))) return undefined;
    return files.locked(id, async () => {
      const plan = await read(id);
      const changed = plan && next(plan);
      if (changed) await files.write(id, changed);
      return changed;
    });
  }

  return {
    async add(account, customers) {
      const at = now();
      const plan: StoredPlan = {
        version: 1,
        id: `plan_${randomText(16).toLowerCase()}`,
        code: newCode(),
        account,
        at,
        expiresAt: at + planLifetime,
        customers,
        fingerprint: fingerprintOf(customers.map(({ request }) => request)),
        ...(window === undefined ? {} : { window }),
      };
      await files.write(plan.id, plan);
      return plan;
    },
    find: read,
    async findByCode(code) {
      const wanted = plainCode(code);
      for (const id of await files.names()) {
        const plan = await read(id);
        if (plan && plainCode(plan.code) === wanted) return plan;
      }
      return undefined;
    },
    ask: (id, question) =>
      change(id, (plan) => ({ ...plan, askedAt: now(), ...(question === undefined ? {} : { question }) })),
    async waiting() {
      const plans = await Promise.all((await files.names()).map(read));
      return plans.filter(
        (plan): plan is StoredPlan =>
          plan !== undefined &&
          plan.window === window &&
          window !== undefined &&
          plan.askedAt !== undefined &&
          !plan.approval &&
          now() < plan.expiresAt,
      );
    },
    async answer({ id, code, fingerprint }, answer, by) {
      const changed = await change(id, ({ question: _, ...plan }) => {
        const isSame = plan.code === code && plan.fingerprint === fingerprint;
        if (!isSame || plan.approval || now() >= plan.expiresAt) return undefined;
        return { ...plan, approval: { answer, by, at: now(), fingerprint } };
      });
      return changed !== undefined;
    },
    async claim(id, job, keyHash) {
      let claim: Claim = { kind: 'expired' };
      await change(id, (plan) => {
        const { approval, ...rest } = plan;
        if (plan.job !== undefined && plan.job !== job) {
          claim = { kind: 'used' };
          return undefined;
        }
        const { account } = plan;
        if (account.kind === 'live' && (keyHash === undefined || account.keyHash !== keyHash)) {
          claim = { kind: 'other-key' };
          return undefined;
        }
        if (approval?.answer === 'declined') {
          claim = { kind: 'declined' };
          return undefined;
        }
        const isFresh = approval !== undefined && age(approval.at) < approvalLifetime;
        const isApproved =
          account.kind === 'sandbox'
            ? now() < plan.expiresAt || plan.job === job
            : isFresh && approval.fingerprint === fingerprintOf(plan.customers.map(({ request }) => request));
        if (isApproved) {
          claim = { kind: 'granted' };
          return { ...plan, job };
        }
        if (now() >= plan.expiresAt) return undefined;
        // An approval that was not used in time needs another look, and another code.
        const unapproved = approval ? { ...rest, code: newCode() } : plan;
        claim = { kind: 'not-approved', plan: unapproved };
        return unapproved;
      });
      return claim;
    },
    async clean() {
      for (const id of await files.names()) {
        const plan = await read(id);
        if (!plan || Math.abs(now() - plan.at) > keptFor) await files.remove(id);
      }
    },
  };

  /** A clock that was set back makes an approval old. */
  function age(at: number): number {
    return now() < at ? Number.POSITIVE_INFINITY : now() - at;
  }
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

function newCode(): string {
  return `${randomText(4)}-${randomText(4)}`;
}

/** Letters that look like digits are read as those. */
function plainCode(code: string): string {
  return code
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^\dA-Z]/g, '');
}

function isId(id: string): boolean {
  return /^plan_[\da-z]{16}$/.test(id);
}
