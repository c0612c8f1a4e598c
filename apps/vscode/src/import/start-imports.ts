import { readdir, rm } from 'node:fs/promises';
import {
  createMemoryRunStore,
  type KeptResult,
  type RunStore,
  stopMessage,
} from '@helpcrunch-customer-kit/import';
import { FileRunStore, writeResults } from '@helpcrunch-customer-kit/import/node';
import { withImportFolder } from '@helpcrunch-customer-kit/local/ledger';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ImportCommandParts, importCommand } from './import-command.ts';
import type { ListedRow } from './list-rows.ts';
import { each, type ListRun, type RunMemory, runList } from './run-list.ts';

/** How the creates of a list ended. */
export interface ListEnd {
  /** Why it stopped early, as a message. */
  readonly stopped: string | undefined;
  /** Paths of its result files; none in a browser. */
  readonly files: readonly string[];
}

/** Where lists and files are sent from. */
export interface ImportHost {
  readonly hasFiles: boolean;
  /** Where the result files of lists are kept; `undefined` in a browser. */
  readonly resultsFolder: string | undefined;
}

/** Creates of many customers. */
export interface Imports {
  /** Creates several customers. */
  createList(run: ListRun): Promise<ListEnd>;
  /** The command that imports a file. */
  importFile(args: readonly unknown[], parts: ImportCommandParts): Promise<void>;
}

/**
 * What was created is remembered on this machine for a live account, shared with the terminal; in a browser, where there are
 * no files, and for the sandbox inside the window, while the window is open. This bundle runs in both hosts: modules of Node
 * may be imported here, and used only where there are files.
 */
export function startImports({ hasFiles, resultsFolder }: ImportHost): Imports {
  const inWindow = new Map<string, Map<string, KeptResult>>();

  function resultsInWindow(identity: string): Map<string, KeptResult> {
    const results = inWindow.get(identity) ?? new Map<string, KeptResult>();
    inWindow.set(identity, results);
    return results;
  }

  async function runInto(run: ListRun, memory: RunMemory): Promise<ListEnd> {
    const { rows, stopped } = await runList(run, memory);
    const files =
      resultsFolder === undefined ? [] : await writeListResults(resultsFolder, run.name, rows, memory.store);
    return {
      stopped: stopped && stopped.kind !== 'cancelled' ? stopMessage(stopped, 'editor-list') : undefined,
      files,
    };
  }

  async function runRemembered(run: ListRun): Promise<ListEnd> {
    const { ledgerAccount, identity } = run.account;
    if (hasFiles && ledgerAccount) {
      return withImportFolder(ledgerAccount, { process, takeOver: false }, async (folder) => {
        using store = new FileRunStore(`${folder}/rows.jsonl`, 'editor');
        // Awaited here: the store is open for as long.
        return await runInto(run, { store, hash });
      });
    }
    return runInto(run, { store: createMemoryRunStore('editor', resultsInWindow(identity)), hash });
  }

  return {
    async createList(run) {
      try {
        return await runRemembered(run);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'LedgerError') throw error;
        return { stopped: error.message, files: [] };
      }
    },
    importFile: (args, parts) => importCommand(args, { ...parts, hasFiles, resultsInWindow }),
  };
}

/** Result folders that are kept, the newest ones: a window shows those of its last run. */
const maxKept = 20;

/** Writes what became of each customer as an import does: JSON Lines, one file for each kind of result that has customers. */
async function writeListResults(
  folder: string,
  name: string,
  rows: readonly ListedRow[],
  store: RunStore,
): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  for (const old of names.toSorted().slice(0, -maxKept))
    await rm(`${folder}/${old}`, { recursive: true, force: true });
  const out = `${folder}/${new Date().toISOString().replaceAll(':', '-')}`;
  const table = { header: [], format: { kind: 'json' } } as const;
  const { files } = await writeResults(table, each(rows), { store, input: name, out });
  return Object.values(files);
}

function hash(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
