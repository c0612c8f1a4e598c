import { createMemoryRunStore, type StopReason, type StoredResult } from '@helpcrunch-customer-kit/import';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { OpenImports } from '../entry/contract.ts';
import { stopMessage } from './import-messages.ts';
import { type ListRun, runList } from './run-list.ts';

/** Creates of many customers. */
export interface Imports {
  /** Creates several customers; returns why it stopped early, as a message. */
  createList(run: ListRun): Promise<string | undefined>;
}

/**
 * What was created is remembered on this machine for a live account, shared with the terminal; in a browser, and for the
 * sandbox inside the window, while the window is open.
 */
export function startImports(openImports: OpenImports | undefined): Imports {
  const inWindow = new Map<string, Map<string, StoredResult>>();

  async function runRemembered(run: ListRun): Promise<StopReason | undefined> {
    const { ledgerAccount, identity } = run.account;
    if (openImports && ledgerAccount) {
      return openImports(ledgerAccount, async ({ openStore }) => {
        using store = openStore('editor');
        // Awaited here: the store is open for as long.
        return await runList(run, { store, hash });
      });
    }
    const results = inWindow.get(identity) ?? new Map<string, StoredResult>();
    inWindow.set(identity, results);
    return runList(run, { store: createMemoryRunStore('editor', results), hash });
  }

  return {
    async createList(run) {
      try {
        const stopped = await runRemembered(run);
        return stopped && stopped.kind !== 'cancelled' ? stopMessage(stopped) : undefined;
      } catch (error) {
        if (error instanceof Error && error.name === 'LedgerProblem') return error.message;
        throw error;
      }
    },
  };
}

function hash(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
