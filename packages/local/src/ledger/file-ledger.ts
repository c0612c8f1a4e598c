import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type {
  BeginResult,
  JsonValue,
  Ledger,
  LedgerEntry,
  LedgerSubject,
  SentAttempt,
  Settlement,
} from '@helpcrunch-customer-kit/core';
import { accountId, hostOf, type LedgerAccount } from './account.ts';
import { AccountFiles } from './account-files.ts';
import { type Files, systemFiles } from './durable-files.ts';
import { currentState, withState } from './entry-view.ts';
import { hideIn } from './hide-in.ts';
import { defaultLockWait, type LockContext } from './lock.ts';
import { describeProblem } from './problems.ts';
import { type ProcessTable, systemProcesses } from './process-identity.ts';
import { ensureSalt, readSalt, type Salt } from './salt.ts';
import { hashSubject, type KeyedSubject, sameness } from './sameness.ts';
import type { StoredEntry } from './stored-entry.ts';

/** An earlier create with the same idempotency key. */
export interface KeyedEntry extends Omit<LedgerEntry, 'same'> {
  readonly isSameContent: boolean;
}

/** A ledger on disk. Every process of this machine sees what the others wrote. */
export interface FileLedger extends Ledger {
  begin(
    subject: KeyedSubject,
    attempt: SentAttempt,
    options: { readonly known: readonly string[]; readonly id?: string | undefined },
  ): Promise<BeginResult>;
  /** The create that decides what becomes of another one with the same key. */
  findByKey(idempotencyKey: string, subject: LedgerSubject): Promise<KeyedEntry | undefined>;
  /** Waits for the tidying that goes on after a create. */
  idle(): Promise<void>;
}

export interface LedgerOptions {
  /** The state folder; the ledgers are in a folder of it. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** A person decided to go on with a lost salt, unreadable lines, or the lock of another machine. */
  readonly takeOver?: boolean | undefined;
  readonly files?: Files | undefined;
  readonly processes?: ProcessTable | undefined;
  readonly lockWait?: LockContext['lockWait'] | undefined;
}

export interface FileLedgerOptions extends LedgerOptions {
  readonly account: LedgerAccount;
  /** Takes API keys out of what is kept. */
  readonly hide?: ((text: string) => string) | undefined;
}

export type LedgerContext = LockContext & {
  readonly ledgers: string;
  readonly now: () => number;
};

export function ledgerContext({
  folder,
  now = Date.now,
  takeOver = false,
  files = systemFiles,
  processes = systemProcesses(),
  lockWait = defaultLockWait,
}: LedgerOptions): LedgerContext {
  return { ledgers: join(folder, 'ledger'), now, takeOver, files, processes, lockWait };
}

/** Tidying costs more than a create, so it is done after the first one and then at most this often, in milliseconds. */
const tidyInterval = 10_000;
/** More than this is tidied up at once, in bytes. */
const maxUntidied = 1 << 18;

/**
 * Opens the ledger of an account; files are made when something is written first. Nothing here throws.
 *
 * @example
 * const ledger = createFileLedger({ folder: systemStateFolder(process), account: { kind: 'stored', id, host } });
 */
export function createFileLedger(options: FileLedgerOptions): FileLedger {
  return new DiskLedger(options);
}

class DiskLedger implements FileLedger {
  readonly #context: LedgerContext;
  readonly #account: LedgerAccount;
  readonly #hide: (text: string) => string;
  #salt: Salt | undefined;
  #accountFiles: AccountFiles | undefined;
  /** What became of creates, where that could not be written. */
  readonly #unwritten = new Map<string, Settlement>();
  readonly #inFlight = new Set<string>();
  #queue: Promise<unknown> = Promise.resolve();
  #tidiedAt = Number.NEGATIVE_INFINITY;

  constructor({ account, hide = (text) => text, ...options }: FileLedgerOptions) {
    this.#context = ledgerContext(options);
    this.#account = account;
    this.#hide = hide;
  }

  find(subject: LedgerSubject): Promise<readonly LedgerEntry[]> {
    return this.#inTurn(async () => {
      const files = await this.#filesIfThere();
      return files ? (await this.#matches(files, subject)).map(({ entry, same }) => view(entry, same)) : [];
    }, []);
  }

  findByKey(idempotencyKey: string, subject: LedgerSubject): Promise<KeyedEntry | undefined> {
    return this.#inTurn(async () => {
      const files = await this.#filesIfThere();
      const salt = this.#salt;
      if (!files || !salt) return undefined;
      const hashes = hashSubject({ ...subject, idempotencyKey }, salt);
      const key = hashes.idempotencyKeyHash ?? '';
      const entries = (await files.candidates([key])).filter((entry) => entry.idempotencyKeyHash === key);
      const decisive = entries
        .map((entry) => this.#current(entry))
        .toSorted((one, other) => keyRank(other) - keyRank(one))[0];
      if (!decisive) return undefined;
      const { same, ...entry } = view(decisive, 'content');
      return { ...entry, isSameContent: sameness(decisive, subject, hashes) === same };
    }, undefined);
  }

  async begin(
    subject: KeyedSubject,
    attempt: SentAttempt,
    { known, id = newId() }: { readonly known: readonly string[]; readonly id?: string | undefined },
  ): Promise<BeginResult> {
    try {
      return await this.#inTurn(async () => {
        const files = await this.#filesForWriting();
        const salt = this.#requireSalt();
        return files.locked(async () => {
          await files.requireTrusted(salt);
          await this.#writeUnwritten(files);
          const matches = await this.#matches(files, subject);
          const isNews = ({ entry }: Match) =>
            entry.id !== id && (!known.includes(entry.id) || entry.state === 'sending');
          if (matches.some(isNews)) return { kind: 'conflict' };
          const request = hideIn(attempt.request as JsonValue, this.#hide) as SentAttempt['request'];
          const entry: StoredEntry = {
            id,
            state: 'sending',
            at: attempt.sentAt,
            ...hashSubject(subject, salt),
            process: this.#context.processes.own,
            attempt: { ...attempt, request },
          };
          await files.append(entry, salt.id);
          this.#inFlight.add(id);
          return { kind: 'began', id };
        });
      });
    } catch (error) {
      return { kind: 'not-writable', problem: describeProblem(error, this.#place()) };
    }
  }

  async settle(id: string, settlement: Settlement): Promise<boolean> {
    this.#inFlight.delete(id);
    const isWritten = await this.#inTurn(async () => {
      const files = await this.#filesIfThere();
      if (!files) return false;
      // Until it is written, this process goes by it.
      this.#unwritten.set(id, settlement);
      return files.locked(async () => {
        const isThere = await this.#writeSettlement(files, id, settlement);
        this.#unwritten.delete(id);
        return isThere;
      });
    }, false);
    if (isWritten) this.#tidyLater();
    return isWritten;
  }

  async idle(): Promise<void> {
    for (let queue: unknown; queue !== this.#queue; ) {
      queue = this.#queue;
      await queue;
    }
  }

  /** One thing at a time; `otherwise` when it fails, else the error is the caller's. */
  async #inTurn<Result>(act: () => Promise<Result>, ...otherwise: readonly Result[]): Promise<Result> {
    const turn = this.#queue.then(act);
    this.#queue = turn.catch(() => {});
    if (otherwise.length === 0) return turn;
    return turn.catch(() => otherwise[0] as Result);
  }

  async #filesIfThere(): Promise<AccountFiles | undefined> {
    this.#salt ??= await readSalt(this.#context.files, this.#context.ledgers).catch(() => undefined);
    return this.#openFiles();
  }

  async #filesForWriting(): Promise<AccountFiles> {
    const { files, ledgers, takeOver } = this.#context;
    this.#salt ??= await ensureSalt(files, ledgers, takeOver);
    return this.#openFiles() ?? Promise.reject(new Error('there is a salt'));
  }

  #openFiles(): AccountFiles | undefined {
    if (this.#accountFiles) return this.#accountFiles;
    // Permanent IDs need no salt, and unresolved entries are recognized by their bodies.
    const salt = this.#salt ?? noSalt;
    if (!this.#salt && this.#account.kind !== 'stored') return undefined;
    const { ledgers } = this.#context;
    const [account, host] = [accountId(this.#account, salt), hostOf(this.#account)];
    this.#accountFiles = new AccountFiles({ ledgers, account, host, context: this.#context });
    return this.#accountFiles;
  }
}
