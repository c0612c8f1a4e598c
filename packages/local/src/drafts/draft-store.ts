import { readdirSync, renameSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderHint, hasCode } from '../ledger/durable-files.ts';
import type { History } from '../ledger/history.ts';
import { type ProcessTable, systemProcesses } from '../ledger/process-identity.ts';
import { systemStateFolder } from '../state-folder.ts';
import { type DraftRecord, readRecord, recordText, type Work } from './draft-record.ts';
import { maxFileSize, readSmallFile, writeAtomically } from './small-files.ts';

/** A draft that a program which is gone has left behind. */
export interface SavedDraft extends DraftRecord {
  /** The file's name in the directory of drafts. */
  readonly name: string;
}

export interface DraftList {
  /** The newest first. */
  readonly drafts: readonly SavedDraft[];
  /** What could not be read, a sentence each; the files are left alone. */
  readonly notes: readonly string[];
}

/** What came of something done to a file: `undefined`, or the sentence that says why it was not. */
type Failure = string | undefined;

/** The drafts of one person, a file for each program that is running, so that two at once never meet. */
export interface DraftStore {
  readonly directory: string;
  /** Puts this program's draft in place of the one it saved before; it is on disk when this returns. */
  save(work: Work): Failure;
  /** Deletes this program's draft, if there is one. */
  discard(): Failure;
  /** Leaves this program's draft behind, for another time; the next one gets a file of its own. */
  park(): Failure;
  list(): Promise<DraftList>;
  /** Makes a draft of the list this program's own; `false` when another one was quicker. */
  adopt(draft: SavedDraft): boolean;
  /** Deletes a draft of the list. */
  remove(draft: SavedDraft): Failure;
  /** Deletes every draft, those of programs still running too. */
  forgetAll(): { readonly count: number; readonly failure: Failure };
}

export interface DraftStoreOptions {
  readonly directory: string;
  readonly processes: ProcessTable;
  /** When this program began, in milliseconds since 1970: part of the names of its files. */
  readonly startedAt: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes out of a text what must not be written, the key above all. */
  readonly hide: (text: string) => string;
}

/** The drafts of the person who runs this program, in the state folder. */
export function systemDrafts(
  process: Pick<NodeJS.Process, 'platform' | 'env'>,
  hide: (text: string) => string,
): DraftStore {
  return createDraftStore({
    directory: join(systemStateFolder(process), 'drafts'),
    processes: systemProcesses(),
    startedAt: Date.now(),
    now: Date.now,
    hide,
  });
}

const draftName = /^\d+-\d+(?:-\d+)?\.json$/;
const unfinished = /\.tmp$/;

/** Drafts as files of a directory. Nothing here throws: a failing disk is reported, and the work goes on. */
export function createDraftStore(options: DraftStoreOptions): DraftStore {
  const { directory, processes, startedAt, now, hide } = options;
  const { own } = processes;
  const ownName = `${own.pid}-${startedAt}.json`;
  const ownPath = join(directory, ownName);
  let parked = 0;

  // One of another machine or container may be running. Adopting its draft makes a copy: that program saves its own again.
  const isLeftBehind = ({ process }: DraftRecord) => !process || processes.livenessOf(process) !== 'alive';

  return {
    directory,
    save(work) {
      const text = recordText({ ...work, savedAt: now(), process: own }, hide);
      if (Buffer.byteLength(text) > maxFileSize) return `${notSaved}: it is larger than 4 MB.`;
      return attempt(() => writeAtomically(ownPath, text), notSaved, directory);
    },
    discard: () => attempt(() => rmSync(ownPath, { force: true }), notDeleted, directory),
    park() {
      parked += 1;
      const path = join(directory, `${own.pid}-${startedAt}-${parked}.json`);
      return attempt(() => renameSync(ownPath, path), notSaved, directory);
    },
    async list() {
      const drafts = new Map<string, SavedDraft>();
      const notes: string[] = [];
      const names = await readdir(directory).catch(() => []);
      for (const name of names.filter((file) => draftName.test(file.replace(unfinished, '')))) {
        const file = name.replace(unfinished, '');
        if (file === ownName) continue;
        const read = await readDraft(join(directory, name));
        if (read.kind === 'unreadable') {
          // What was cut off while it was written has the draft of before beside it.
          if (file === name) notes.push(read.message);
          continue;
        }
        const other = drafts.get(file);
        if (
          isLeftBehind(read.record) &&
          (other?.savedAt ?? Number.NEGATIVE_INFINITY) <= read.record.savedAt
        ) {
          drafts.set(file, { ...read.record, name });
        }
      }
      return { drafts: [...drafts.values()].toSorted((one, other) => other.savedAt - one.savedAt), notes };
    },
    adopt({ name }) {
      const failure = attempt(() => renameSync(join(directory, name), ownPath), notSaved, directory);
      if (failure !== undefined) return false;
      const file = name.replace(unfinished, '');
      // An older version of it, which would be offered as another draft.
      const twin = file === name ? `${name}.tmp` : file;
      attempt(() => rmSync(join(directory, twin), { force: true }), notDeleted, directory);
      return true;
    },
    remove({ name }) {
      const file = name.replace(unfinished, '');
      const failures = [file, `${file}.tmp`].map((each) =>
        attempt(() => rmSync(join(directory, each), { force: true }), notDeleted, directory),
      );
      return failures.find((failure) => failure);
    },
    forgetAll() {
      // A file that was being written when the program ended holds what a draft holds.
      const names = namesIn(directory).filter((file) => draftName.test(file.replace(unfinished, '')));
      const failures = names.map((name) =>
        attempt(() => rmSync(join(directory, name)), notDeleted, directory),
      );
      const isDraft = (name: string, index: number) =>
        !unfinished.test(name) && failures[index] === undefined;
      return { count: names.filter(isDraft).length, failure: failures.find((failure) => failure) };
    },
  };
}

type ReadDraft =
  | { readonly kind: 'record'; readonly record: DraftRecord }
  | { readonly kind: 'unreadable'; readonly message: string };

async function readDraft(path: string): Promise<ReadDraft> {
  const unreadable = (text: string): ReadDraft => ({ kind: 'unreadable', message: `${path} ${text}` });
  try {
    const file = await readSmallFile(path);
    if (file.kind === 'not-a-file') return unreadable('is not a file. It was left alone.');
    if (file.kind === 'too-large') return unreadable('is larger than 4 MB; it was left alone.');
    const record = readRecord(file.text);
    return record ? { kind: 'record', record } : unreadable('is not a readable draft. It was left alone.');
  } catch (error) {
    return unreadable(`cannot be read (${codeOf(error)}).`);
  }
}

const notSaved = 'The draft could not be saved';
const notDeleted = 'A draft could not be deleted';

/** Names the folder and what to do, since a code alone does not help. */
function attempt(act: () => void, message: string, directory: string): Failure {
  try {
    act();
    return undefined;
  } catch (error) {
    const advice = hasCode(error, 'ENOSPC', 'EDQUOT') ? 'The disk is full: free some space.' : folderHint;
    return `${message} in ${directory} (${codeOf(error)}). ${advice}`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/**
 * The drafts, each marked as possibly created for as long as its entries in the ledger are unresolved. Where an entry is
 * missing, the outcome is not known, and the mark stays.
 */
export async function withLedgerMarks(
  { drafts, notes }: DraftList,
  history: Pick<History, 'show'>,
): Promise<DraftList> {
  const marked: SavedDraft[] = [];
  const found: string[] = [];
  for (const draft of drafts) {
    const entries = draft.isUnknown ? await Promise.all(draft.ledgerIds.map((id) => history.show(id))) : [];
    const isResolved = entries.length > 0 && entries.every((entry) => entry && !entry.isUnresolved);
    marked.push(isResolved ? { ...draft, isUnknown: false, ledgerIds: [] } : draft);
    const created = isResolved ? entries.find((entry) => entry?.state === 'created') : undefined;
    if (created) {
      const { name = 'of a customer' } = draft.draft;
      const id = created.customerId === undefined ? '' : `, ID ${created.customerId}`;
      found.push(`The draft ${JSON.stringify(name)} was created${id}. Resume it to create another one.`);
    }
  }
  return { drafts: marked, notes: [...notes, ...found] };
}
