import { randomBytes } from 'node:crypto';
import {
  type BeginResult,
  type ClassifiedEntry,
  hasNews,
  hideInJson,
  type JsonValue,
  type Ledger,
  type LedgerEntry,
  type LedgerSubject,
  type SentAttempt,
  type Settlement,
} from '@helpcrunch-customer-kit/core';
import {
  compareSenders,
  hashSubject,
  type LedgerAccount,
  matches,
  type Sameness,
  senderOf,
} from './account.ts';
import { type Access, AccountAccess, type AccountFiles } from './account-files.ts';
import { ledgerErrorMessage } from './durable-files.ts';
import { type LedgerContext, type LedgerOptions, ledgerContext } from './ledger-context.ts';
import { currentState, type StoredEntry, withState } from './stored-entry.ts';

/** A ledger on disk. Every process of this machine sees what the others wrote. */
export interface FileLedger extends Ledger {
  /** True when an entry was certainly sent to this account, so that this account can tell what became of it. */
  isOwn(id: string): Promise<boolean>;
  /** Waits for the tidying that goes on after a create. */
  idle(): Promise<void>;
}

export interface FileLedgerOptions extends LedgerOptions {
  readonly account: LedgerAccount;
  /** Takes API keys out of what is kept. */
  readonly hide?: ((text: string) => string) | undefined;
}

/** Tidying costs more than a create: while creates follow each other, it is done this often, in milliseconds. */
const tidyInterval = 10_000;
/** For so long, in milliseconds, ages go by the clock that cannot be set. No one asks about older ones. */
const maxSteadyAge = 10 * 60_000;
/** A file that is larger, in bytes, is tidied at once. */
const maxUntidied = 1 << 18;

/** A moment, by the clock that can be set and by the one that cannot. */
interface Time {
  readonly now: number;
  readonly elapsed: number;
}

/**
 * Opens the ledger that an account writes to; its files are made when something is written first. Nothing here throws.
 *
 * @example
 * const folder = systemStateFolder(process);
 * const ledger = createFileLedger({ folder, account: { kind: 'live', host: 'api.helpcrunch.com', apiKey } });
 */
export function createFileLedger(options: FileLedgerOptions): FileLedger {
  return new DiskLedger(options);
}

class DiskLedger implements FileLedger {
  readonly #context: LedgerContext;
  readonly #access: AccountAccess;
  readonly #account: LedgerAccount;
  readonly #hide: (text: string) => string;
  readonly #turns = new Turns();
  /** When this process wrote an entry, by the clock of the entry and by the one that cannot be set. */
  readonly #written = new Map<string, { readonly at: number; readonly elapsed: number }>();
  /** What became of creates, where that could not be written. */
  readonly #unwritten = new Map<string, Settlement>();
  readonly #inFlight = new Set<string>();
  #tidied: number | undefined;

  constructor({ account, hide = (text) => text, ...options }: FileLedgerOptions) {
    this.#context = ledgerContext(options);
    this.#access = new AccountAccess(this.#context, account);
    this.#account = account;
    this.#hide = hide;
  }

  find(subject: LedgerSubject): Promise<readonly LedgerEntry[]> {
    const found = this.#turns.take(async () => {
      const access = await this.#access.forReading();
      return access ? this.#find(access, subject) : [];
    });
    // What cannot be read cannot be written either: `begin` says why.
    return found.catch(() => []);
  }

  begin(
    subject: LedgerSubject,
    attempt: SentAttempt,
    { known, id = newId() }: { readonly known: readonly ClassifiedEntry[]; readonly id?: string | undefined },
  ): Promise<BeginResult> {
    const begun = this.#turns.take(async (): Promise<BeginResult> => {
      const { files, salt } = await this.#access.forWriting();
      return files.locked(async () => {
        await files.requireTrusted(salt);
        await this.#writeUnwritten(files);
        const found = await this.#find({ files, salt }, subject);
        if (hasNews(found, { known, id })) return { kind: 'conflict' };
        const request = hideInJson(attempt.request as JsonValue, this.#hide) as SentAttempt['request'];
        await this.#append(files, {
          id,
          state: 'sending',
          at: this.#context.now(),
          ...hashSubject(subject, salt),
          ...senderOf(this.#account, salt),
          process: this.#context.processes.own,
          attempt: { ...attempt, request },
        });
        this.#inFlight.add(id);
        return { kind: 'began', id };
      });
    });
    return begun.catch((error: unknown) => ({
      kind: 'not-writable',
      message: ledgerErrorMessage(error, this.#context.ledgers),
    }));
  }

  async settle(id: string, settlement: Settlement): Promise<boolean> {
    this.#inFlight.delete(id);
    // This process goes by it, whether or not it can be written.
    this.#unwritten.set(id, settlement);
    const settled = this.#turns.take(async () => {
      const access = await this.#access.forReading();
      const isThere = access !== undefined && (await access.files.byId(id)) !== undefined;
      if (isThere) await access.files.locked(() => this.#writeUnwritten(access.files));
      else this.#unwritten.delete(id);
      return isThere;
    });
    const isWritten = await settled.catch(() => false);
    if (isWritten) this.#tidyLater();
    return isWritten;
  }

  isOwn(id: string): Promise<boolean> {
    const found = this.#turns.take(async () => {
      const access = await this.#access.forReading();
      const entry = await access?.files.byId(id);
      return entry !== undefined && compareSenders(entry, senderOf(this.#account, access?.salt)) === 'same';
    });
    return found.catch(() => false);
  }

  idle(): Promise<void> {
    return this.#turns.idle();
  }

  async #find({ files, salt }: Access, subject: LedgerSubject): Promise<readonly LedgerEntry[]> {
    const hashes = salt && hashSubject(subject, salt);
    const sender = senderOf(this.#account, salt);
    const keys = [hashes?.fingerprint, hashes?.userIdHash, hashes?.idempotencyKeyHash];
    const entries = await files.candidates(keys.filter((key) => key !== undefined));
    // One reading of each clock: the ages of entries are compared.
    const time: Time = { now: this.#context.now(), elapsed: this.#context.elapsed() };
    return entries.flatMap((stored) => {
      const entry = this.#current(stored, time);
      const match = matches(entry, { subject, hashes, sender });
      return match ? [this.#view(entry, match, time)] : [];
    });
  }

  /** The entry as it is now. */
  #current(stored: StoredEntry, { now }: Time): StoredEntry {
    const settlement = this.#unwritten.get(stored.id);
    const entry = settlement ? withState(stored, { ...settlement, at: now }) : stored;
    return { ...entry, state: currentState(entry, { processes: this.#context.processes, now }) };
  }

  #view(entry: StoredEntry, match: Sameness, { now, elapsed }: Time): LedgerEntry {
    const { id, state, at, isRow, attempt, customerId } = entry;
    const written = this.#written.get(id);
    return {
      id,
      state,
      ...match,
      ...(isRow ? { isRow } : {}),
      age: written?.at === at ? elapsed - written.elapsed : now - at,
      ...(attempt ? { attempt } : {}),
      ...(customerId === undefined ? {} : { customerId }),
    };
  }

  async #writeUnwritten(files: AccountFiles): Promise<void> {
    for (const [id, settlement] of this.#unwritten) {
      const entry = await files.byId(id);
      if (entry) await this.#append(files, withState(entry, { ...settlement, at: this.#context.now() }));
      this.#unwritten.delete(id);
    }
  }

  async #append(files: AccountFiles, entry: StoredEntry): Promise<void> {
    await files.append(entry);
    const elapsed = this.#context.elapsed();
    this.#written.delete(entry.id);
    this.#written.set(entry.id, { at: entry.at, elapsed });
    // The oldest come first. An import of thousands must not keep them all.
    for (const [id, written] of this.#written) {
      if (elapsed - written.elapsed <= maxSteadyAge) break;
      this.#written.delete(id);
    }
  }

  #tidyLater(): void {
    const { elapsed } = this.#context;
    const tidying = this.#turns.take(async () => {
      const access = await this.#access.forReading();
      if (!access) return;
      const isDue = this.#tidied === undefined || elapsed() - this.#tidied >= tidyInterval;
      const isLarge = access.files.recent.size > maxUntidied;
      if (!isLarge && (!isDue || this.#inFlight.size > 0)) return;
      await access.files.locked(() => access.files.tidy());
      this.#tidied = elapsed();
    });
    // It is tried again after the next create.
    tidying.catch(() => {});
  }
}

/** 60 random bits: short enough to be typed, and no two alike in a million. */
function newId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  return [...randomBytes(12)].map((byte) => alphabet[byte % 32]).join('');
}

/** Runs asynchronous work one piece at a time, in the order in which it came. */
class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Waits until nothing is left to do. */
  async idle(): Promise<void> {
    for (let last: unknown; last !== this.#last; ) {
      last = this.#last;
      await last;
    }
  }
}
