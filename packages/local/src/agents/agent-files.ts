import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { hideInJson, isJsonObject, type JsonObject, type JsonValue } from '@helpcrunch-customer-kit/core';
import { readSmallFile } from '../drafts/small-files.ts';
import { identityOf, type LedgerAccount, senderOf } from '../ledger/account.ts';
import {
  hasCode,
  LedgerError,
  makePrivateFolder,
  replaceDurably,
  writeAll,
} from '../ledger/durable-files.ts';
import { type LedgerContext, type LedgerOptions, ledgerContext } from '../ledger/ledger-context.ts';
import { withLock } from '../ledger/lock.ts';
import { ensureSalt } from '../ledger/salt.ts';
import type { PlanAccount } from './stored-plan.ts';

export interface AgentFilesOptions extends LedgerOptions {
  /** Takes API keys out of what is kept. */
  readonly hide?: ((text: string) => string) | undefined;
}

/** JSON files of one kind, one for each thing that is remembered; only their owner can read them. */
export class AgentFiles {
  readonly folder: string;
  readonly context: LedgerContext;
  readonly #hide: (text: string) => string;

  constructor(kind: 'plans' | 'jobs', { hide = (text) => text, ...options }: AgentFilesOptions) {
    this.folder = join(options.folder, 'agents', kind);
    this.context = ledgerContext(options);
    this.#hide = hide;
  }

  /**
   * Undefined when there is none, or what is there is not an object.
   *
   * @throws what the file system throws.
   */
  async read(name: string): Promise<JsonObject | undefined> {
    try {
      const file = await readSmallFile(this.#path(name));
      const value: unknown = file.kind === 'text' ? JSON.parse(file.text) : undefined;
      return isJsonObject(value) ? value : undefined;
    } catch (error) {
      if (error instanceof SyntaxError || hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  /**
   * Writes a file whole or not at all, and returns once it is on disk.
   *
   * @throws what the file system throws.
   */
  async write(name: string, value: object): Promise<void> {
    const { files } = this.context;
    await makePrivateFolder(files, this.folder);
    const text = JSON.stringify(hideInJson(value as JsonValue, this.#hide));
    await replaceDurably(files, this.#path(name), (handle) => writeAll(handle, Buffer.from(text)));
  }

  /** The names of all files. */
  async names(): Promise<readonly string[]> {
    const found = await this.context.files.readdir(this.folder).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    });
    // A copy that someone made, or a file of their system, has another kind of name.
    return found
      .filter((file) => file.endsWith(suffix))
      .map((file) => file.slice(0, -suffix.length))
      .filter(isName);
  }

  /**
   * Runs one thing at a time for a file, whatever process it is in. Waits for a process of this machine as long as it runs.
   *
   * @throws LedgerError when a process of another machine has the file.
   */
  async locked<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
    await makePrivateFolder(this.context.files, this.folder);
    const lockWait = { alive: Number.POSITIVE_INFINITY, unknown: this.context.lockWait.unknown };
    return withLock(`${this.#path(name)}.lock`, { ...this.context, lockWait }, act);
  }

  async remove(name: string): Promise<void> {
    await this.context.files.rm(this.#path(name), { force: true });
  }

  #path(name: string): string {
    if (!isName(name)) throw new Error('not the name of a file');
    return join(this.folder, `${name}${suffix}`);
  }
}

const suffix = '.json';

function isName(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

/** The same for the same request bodies in the same order. */
export function fingerprintOf(requests: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(requests)).digest('base64url');
}

/** A file that belongs to this process until it ends. */
export interface HeldFile {
  readonly path: string;
  release(): void;
}

/** How long to wait for a process that is about to end, in milliseconds. */
const endWait = 2000;
const maxFiles = 20;

/**
 * The first file of a numbered series that no running process has. A server that is started again gets the file that it
 * had; two that run at once each get their own.
 *
 * @throws what the file system throws, and LedgerError when all are taken.
 */
export async function holdFile(name: string, options: LedgerOptions): Promise<HeldFile> {
  const folder = join(options.folder, 'agents');
  const context = ledgerContext(options);
  await makePrivateFolder(context.files, folder);
  for (let number = 1; number <= maxFiles; number += 1) {
    const path = join(folder, `${name}-${number}.jsonl`);
    const alive = number === 1 ? endWait : 0;
    const release = await hold(`${path}.lock`, { ...context, lockWait: { alive, unknown: 0 } });
    if (release) return { path, release };
  }
  throw new LedgerError(`Too many servers are running at once: ${folder} has ${maxFiles} files in use.`);
}

async function hold(
  path: string,
  context: ReturnType<typeof ledgerContext>,
): Promise<(() => void) | undefined> {
  const held = Promise.withResolvers<boolean>();
  const released = Promise.withResolvers<void>();
  withLock(path, context, async () => {
    held.resolve(true);
    await released.promise;
  }).catch((error: unknown) => (error instanceof LedgerError ? held.resolve(false) : held.reject(error)));
  return (await held.promise) ? () => released.resolve() : undefined;
}

/** What tells an account from every other one in the files of agents, and its key from every other key. */
export type AgentIdentity = Pick<PlanAccount, 'identity' | 'keyHash'>;

/**
 * See `AgentIdentity`. It reveals no key.
 *
 * @throws what the file system throws, and LedgerError.
 */
export async function agentIdentity(account: LedgerAccount, options: LedgerOptions): Promise<AgentIdentity> {
  const context = ledgerContext(options);
  const salt = await ensureSalt(context, context.ledgers);
  const host = account.kind === 'live' ? account.host : 'sandbox';
  const { keyHash } = senderOf(account, salt);
  return {
    identity: `${host} ${identityOf(account, salt)}`,
    ...(keyHash === undefined ? {} : { keyHash }),
  };
}
