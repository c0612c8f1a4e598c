import { join } from 'node:path';
import { hostOf, type LedgerAccount, ledgerName } from './account.ts';
import { type Files, LedgerError, makePrivateFolder } from './durable-files.ts';
import type { LedgerContext } from './ledger-context.ts';
import { draftMark, withLock } from './lock.ts';
import { RecentFile } from './recent-file.ts';
import { ensureSalt, readSalt, type Salt } from './salt.ts';
import { expiryOf, SettledFile } from './settled-file.ts';
import { isSettled, type StoredEntry, type StoredHeader } from './stored-entry.ts';

const oneDay = 24 * 60 * 60_000;

/** The ledger of a host, or of one sandbox, on disk. What changes it has to be called inside `locked`. */
export class AccountFiles {
  readonly name: string;
  readonly folder: string;
  readonly recent: RecentFile;
  readonly settled: SettledFile;
  readonly #context: LedgerContext;
  readonly #files: Files;
  readonly #host: string | undefined;

  /** `host` is known where the ledger may have to be made; else its header says. */
  constructor(name: string, host: string | undefined, context: LedgerContext) {
    this.name = name;
    this.#host = host;
    this.folder = join(context.ledgers, name);
    this.#context = context;
    this.#files = context.files;
    this.recent = new RecentFile(this.#files, this.folder);
    this.settled = new SettledFile(this.#files, this.folder);
  }

  get host(): string | undefined {
    return this.recent.header?.host ?? this.#host;
  }

  /** Runs while no other process changes this ledger, on what is on disk at that time. */
  async locked<Result>(act: () => Promise<Result>): Promise<Result> {
    await makePrivateFolder(this.#files, this.folder);
    return withLock(join(this.folder, 'lock'), this.#context, async () => {
      await this.recent.repair();
      await this.recent.refresh();
      return act();
    });
  }

  /** Every entry that may be wanted: all recent ones, then settled ones with one of the keys. */
  async candidates(keys: readonly string[]): Promise<readonly StoredEntry[]> {
    await this.recent.refresh();
    // In this order: entries are first written there, then removed here.
    const recent = this.recent.entries;
    const settled = await this.settled.find(keys);
    return [...settled.filter(({ id }) => !recent.has(id)), ...recent.values()];
  }

  async byId(id: string): Promise<StoredEntry | undefined> {
    await this.recent.refresh();
    return this.recent.entries.get(id) ?? (await this.settled.find([id])).find((entry) => entry.id === id);
  }

  /**
   * Makes the ledger if there is none, and stops at what makes one less than it should be, unless a person said to go on.
   *
   * @throws LedgerError
   */
  async requireTrusted(salt: Salt): Promise<void> {
    const { recent } = this;
    const { takeOver } = this.#context;
    if (!recent.header) await recent.replace(this.#header(salt.id), []);
    if (recent.header && recent.header.salt !== salt.id) {
      if (!takeOver) throw new LedgerError(otherSalt(recent.path));
      await recent.setDamagedAside(this.#header(salt.id));
      await recent.replace(this.#header(salt.id), recent.entries.values());
    }
    if (recent.unreadable.length > 0) {
      if (!takeOver) throw new LedgerError(this.unreadableMessage());
      await recent.setDamagedAside(this.#header(salt.id));
    }
  }

  /** To a ledger that is there; `requireTrusted` makes it. */
  async append(entry: StoredEntry): Promise<void> {
    const { recent, settled } = this;
    // A person may have removed one of the two files.
    if (!recent.header) await recent.replace(this.#header(await settled.saltId()), []);
    await recent.append(entry);
  }

  /** Moves what is settled out of the way, its body left behind; drops what has expired. */
  async tidy(): Promise<void> {
    const { recent, settled } = this;
    const now = this.#context.now();
    if (recent.header && recent.hasLeftovers && recent.unreadable.length === 0) {
      const entries = [...recent.entries.values()];
      await settled.append(this.#header(recent.header.salt), entries.filter(isSettled));
      const open = entries.filter((entry) => !isSettled(entry));
      await recent.replace(
        this.#header(recent.header.salt),
        open.filter((entry) => !hasExpired(entry, now)),
      );
    }
    await settled.maintain(now);
    await this.#removeOldDrafts(now);
  }

  unreadableMessage(): string {
    const { path, unreadable } = this.recent;
    const lines = unreadable.length === 1 ? '1 line' : `${unreadable.length} lines`;
    return `Can't read ${lines} of the ledger ${path}. If no later version of this kit wrote them, use --take-over to set them aside.`;
  }

  async forget(ids: ReadonlySet<string>): Promise<void> {
    const { recent, settled } = this;
    if (recent.header) {
      const kept = [...recent.entries.values()].filter(({ id }) => !ids.has(id));
      await recent.replace(this.#header(recent.header.salt), kept);
    }
    if ((await settled.find([...ids])).some(({ id }) => ids.has(id))) {
      await settled.remove(({ id }) => ids.has(id));
    }
  }

  #header(salt: string): Omit<StoredHeader, 'file'> {
    return {
      version: 1,
      ledger: this.name,
      ...(this.host === undefined ? {} : { host: this.host }),
      salt,
    };
  }

  /** What a process that was killed while it asked for the lock has left. */
  async #removeOldDrafts(now: number): Promise<void> {
    for (const name of await this.#files.readdir(this.folder)) {
      if (!name.includes(draftMark)) continue;
      const path = join(this.folder, name);
      const { mtimeMs } = await this.#files.stat(path).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > oneDay) await this.#files.rm(path, { force: true });
    }
  }
}

/** What may still have made a customer never expires. */
function hasExpired(entry: StoredEntry, now: number): boolean {
  return entry.state !== 'sending' && entry.state !== 'unknown' && now >= expiryOf(entry);
}

function otherSalt(path: string): string {
  return `The ledger ${path} was written with another salt file. Restore that file from a backup, or use --take-over: customers created before are then not recognized.`;
}

/** An account's files, and the salt of their hashes. */
export interface Access {
  readonly files: AccountFiles;
  /** Missing when it was lost: then only what has a body is recognized. */
  readonly salt: Salt | undefined;
}

/** Finds the files of an account, once. */
export class AccountAccess {
  readonly #context: LedgerContext;
  readonly #account: LedgerAccount;
  #salt: Salt | undefined;
  #files: AccountFiles | undefined;

  constructor(context: LedgerContext, account: LedgerAccount) {
    this.#context = context;
    this.#account = account;
  }

  /** Undefined while nothing can have been written. */
  async forReading(): Promise<Access | undefined> {
    const { files, ledgers } = this.#context;
    this.#salt ??= await readSalt(files, ledgers).catch((error: unknown) => {
      if (error instanceof LedgerError) return undefined;
      throw error;
    });
    const found = this.#open();
    return found && { files: found, salt: this.#salt };
  }

  /** Makes the salt when this is the first ledger of this machine. */
  async forWriting(): Promise<{ readonly files: AccountFiles; readonly salt: Salt }> {
    this.#salt ??= await ensureSalt(this.#context, this.#context.ledgers);
    const found = this.#open();
    if (!found) throw new Error('a ledger has a name once there is a salt');
    return { files: found, salt: this.#salt };
  }

  #open(): AccountFiles | undefined {
    if (this.#files) return this.#files;
    const name = ledgerName(this.#account, this.#salt);
    if (name === undefined) return undefined;
    this.#files = new AccountFiles(name, hostOf(this.#account), this.#context);
    return this.#files;
  }
}
