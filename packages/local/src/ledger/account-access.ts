import { hostOf, type LedgerAccount, ledgerName } from './account.ts';
import { AccountFiles } from './account-files.ts';
import type { LedgerContext } from './ledger-context.ts';
import { LedgerError } from './ledger-error.ts';
import { ensureSalt, readSalt, type Salt } from './salt.ts';

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
