import {
  type Approved,
  type CreateCustomerPayload,
  count,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  oneLine,
  printableJson,
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
  /** Differs from that of every other account; reveals no key. A stored account keeps it when it gets a new key. */
  readonly identity: string;
  /** A live account's key, as a hash: a new key may be that of another HelpCrunch account. */
  readonly keyHash?: string;
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

interface PlanApproval {
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
  const { kind, label, identity, keyHash } = value;
  return (
    (kind === 'sandbox' || kind === 'live') &&
    typeof label === 'string' &&
    typeof identity === 'string' &&
    (keyHash === undefined || typeof keyHash === 'string')
  );
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

/** What a person sees before they approve a plan: the question, then every body with what to know about it. */
export interface PlanText {
  /** One sentence that ends in a question mark. */
  readonly title: string;
  readonly lines: readonly string[];
  /** The bodies alone, numbered, and what to know about them, with the same numbers. */
  readonly bodies: readonly string[];
  readonly notes: readonly string[];
}

/** A plan in words, the same wherever it is approved. Bodies are exact; every line is safe to show in a terminal. */
export function planText({ account, customers }: StoredPlan): PlanText {
  const where =
    account.kind === 'sandbox'
      ? 'the sandbox'
      : `HelpCrunch, account ${oneLine(account.label, 60)}${account.host === undefined ? '' : ` at ${oneLine(account.host, 100)}`}`;
  const bodies = customers.map(({ request }, index) => `${index + 1}. ${printableJson(request)}`);
  const issuesOf = customers.map(({ issues }) =>
    issues.map(({ severity, message }) => `${severity}: ${message}`),
  );
  return {
    title: `Create ${count(customers.length, 'customer')} in ${where}?`,
    lines: bodies.flatMap((body, index) => [body, ...(issuesOf[index] ?? []).map((issue) => `   ${issue}`)]),
    bodies,
    notes: issuesOf.flatMap((issues, index) => issues.map((issue) => `${index + 1}. ${issue}`)),
  };
}
