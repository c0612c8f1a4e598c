import {
  type Approved,
  type CreateCustomerPayload,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ResultIssue,
} from '@helpcrunch-customer-kit/core';

/** How long a plan can be carried out, in milliseconds. */
export const planLifetime = 30 * 60_000;
/** How long an approval can be used, in milliseconds. */
export const approvalLifetime = 10 * 60_000;

/** The account that a plan is for. */
export interface PlanAccount {
  readonly kind: 'sandbox' | 'live';
  readonly label: string;
  readonly host?: string;
  /** Differs from that of every other account; reveals no key. */
  readonly identity: string;
}

/** One customer of a plan. */
export interface PlannedCustomer {
  /** As the agent gave it. */
  readonly input: JsonValue;
  /** The exact body. */
  readonly request: CreateCustomerPayload;
  /** What a person should know: advice, and what the duplicate check found. */
  readonly issues: readonly ResultIssue[];
  /** The customers that the duplicate check found, without most of their fields. */
  readonly duplicates: readonly JsonObject[];
  readonly approved: Approved;
}

/** Who answered, and where: in a terminal, in an editor's own dialog, or through the agent's program. */
export type Approver = 'terminal' | 'editor' | 'client';

export interface PlanApproval {
  readonly answer: 'approved' | 'declined';
  readonly by: Approver;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The bodies that were shown. */
  readonly fingerprint: string;
}

/** What an agent may create, once a person has approved it. */
export interface StoredPlan {
  readonly version: 1;
  readonly id: string;
  /** Names the plan where a person types it. It is not a secret. */
  readonly code: string;
  readonly account: PlanAccount;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly expiresAt: number;
  readonly customers: readonly PlannedCustomer[];
  readonly fingerprint: string;
  readonly approval?: PlanApproval;
  /** When an approval was last asked for. */
  readonly askedAt?: number;
  /** Sent with a question to the agent's program, and expected back with the answer. */
  readonly question?: string;
  /** The editor window that shows the question, where it started the server. */
  readonly window?: string;
  /** The job that carries it out. A plan is carried out once. */
  readonly job?: string;
}

/** Undefined for a file that is damaged, or that a later version of this kit has written. */
export function readPlan(value: JsonObject | undefined): StoredPlan | undefined {
  if (value?.['version'] !== 1) return undefined;
  const { id, code, account, at, expiresAt, customers, fingerprint, approval } = value;
  const texts = [id, code, fingerprint];
  const isSound =
    texts.every((text) => typeof text === 'string') &&
    typeof at === 'number' &&
    typeof expiresAt === 'number' &&
    isAccount(account) &&
    Array.isArray(customers) &&
    customers.every(isPlanned) &&
    (approval === undefined || isApproval(approval));
  return isSound ? (value as unknown as StoredPlan) : undefined;
}

function isAccount(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { kind, label, identity } = value;
  return (kind === 'sandbox' || kind === 'live') && typeof label === 'string' && typeof identity === 'string';
}

function isPlanned(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { request, issues, duplicates, approved } = value;
  return (
    isJsonObject(request) &&
    Array.isArray(issues) &&
    Array.isArray(duplicates) &&
    isJsonObject(approved) &&
    Array.isArray(approved['shownIds'])
  );
}

function isApproval(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { answer, at, fingerprint } = value;
  return (
    (answer === 'approved' || answer === 'declined') &&
    typeof at === 'number' &&
    typeof fingerprint === 'string'
  );
}
