import { createMemoryRunStore, type StopReason, type StoredResult } from '@helpcrunch-customer-kit/import';
import { FileRunStore } from '@helpcrunch-customer-kit/import/node';
import { withImportFolder } from '@helpcrunch-customer-kit/local/ledger';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ImportCommandParts, importCommand } from './import-command.ts';
import { stopMessage } from './import-messages.ts';
import { type ListRun, runList } from './run-list.ts';

/** Creates of many customers. */
export interface Imports {
  /** Creates several customers; returns why it stopped early, as a message. */
  createList(run: ListRun): Promise<string | undefined>;
  /** The command that imports a file. */
  importFile(args: readonly unknown[], parts: ImportCommandParts): Promise<void>;
}

/**
 * What was created is remembered on this machine for a live account, shared with the terminal; in a browser, where there are
 * no files, and for the sandbox inside the window, while the window is open. This bundle runs in both hosts: modules of Node
 * may be imported here, and used only where there are files.
 */
export function startImports({ hasFiles }: { readonly hasFiles: boolean }): Imports {
  const inWindow = new Map<string, Map<string, StoredResult>>();

  function resultsInWindow(identity: string): Map<string, StoredResult> {
    const results = inWindow.get(identity) ?? new Map<string, StoredResult>();
    inWindow.set(identity, results);
    return results;
  }

  async function runRemembered(run: ListRun): Promise<StopReason | undefined> {
    const { ledgerAccount, identity } = run.account;
    if (hasFiles && ledgerAccount) {
      return withImportFolder(ledgerAccount, { process, takeOver: false }, async (folder) => {
        using store = new FileRunStore(`${folder}/rows.jsonl`, 'editor');
        // Awaited here: the store is open for as long.
        return await runList(run, { store, hash });
      });
    }
    return runList(run, { store: createMemoryRunStore('editor', resultsInWindow(identity)), hash });
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
    importFile: (args, parts) => importCommand(args, { ...parts, hasFiles, resultsInWindow }),
  };
}

function hash(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
