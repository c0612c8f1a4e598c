import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DraftRecord, readRecord, recordText, type Work } from './draft-record.ts';
import { writeAtomically } from './write-atomically.ts';

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
type Problem = string | undefined;

/** The drafts of one person, a file for each program that is running, so that two at once never meet. */
export interface DraftStore {
  readonly directory: string;
  /** Puts this program's draft in place of the one it saved before. */
  save(work: Work): Problem;
  /** Takes this program's draft away, if there is one. */
  discard(): Problem;
  list(): DraftList;
  /** Makes a draft of the list this program's own; `false` when another one was quicker. */
  adopt(draft: SavedDraft): boolean;
  /** Takes every draft away, those of programs still running too. */
  forgetAll(): { readonly count: number; readonly problem: Problem };
}

export interface DraftStoreOptions {
  readonly directory: string;
  /** This program's process, and when it began: a number is used again sooner or later. */
  readonly pid: number;
  readonly startedAt: number;
  /** May the program that saved a draft, at a moment in milliseconds since 1970, still be running? */
  readonly isAlive: (pid: number, savedAt: number) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes out of a text what must not be written, the key above all. */
  readonly hide: (text: string) => string;
}

const draftName = /^(?<pid>\d+)-\d+\.json$/;

/** Drafts as files of a directory. Nothing here throws: a failing disk is told, and the work goes on. */
export function createDraftStore(options: DraftStoreOptions): DraftStore {
  const { directory, pid, startedAt, isAlive, now, hide } = options;
  const ownName = `${pid}-${startedAt}.json`;
  const ownPath = join(directory, ownName);

  const readDraft = (name: string): SavedDraft | undefined => {
    const record = readRecord(readFileSync(join(directory, name), 'utf8'));
    return record && { ...record, name };
  };
  const isLeftBehind = ({ name, savedAt }: SavedDraft) => {
    const owner = Number(draftName.exec(name)?.groups?.['pid']);
    // This program's number on another file: whoever had it is gone.
    return owner === pid || !isAlive(owner, savedAt);
  };

  return {
    directory,
    save: (work) =>
      attempt(() => writeAtomically(ownPath, recordText({ ...work, savedAt: now() }, hide)), notSaved),
    discard: () => attempt(() => rmSync(ownPath, { force: true }), notDeleted),
    list() {
      const drafts: SavedDraft[] = [];
      const notes: string[] = [];
      for (const name of namesIn(directory).filter((file) => draftName.test(file) && file !== ownName)) {
        const problem = attempt(
          () => {
            const draft = readDraft(name);
            if (!draft)
              notes.push(`${join(directory, name)} is no draft that can be read; it was left alone.`);
            else if (isLeftBehind(draft)) drafts.push(draft);
          },
          `${join(directory, name)} cannot be read`,
        );
        if (problem !== undefined) notes.push(problem);
      }
      return { drafts: drafts.toSorted((one, other) => other.savedAt - one.savedAt), notes };
    },
    adopt: ({ name }) => attempt(() => renameSync(join(directory, name), ownPath), notSaved) === undefined,
    forgetAll() {
      // A file that was being written when the program ended holds what a draft holds.
      const names = namesIn(directory).filter((file) => draftName.test(file.replace(/\.tmp$/, '')));
      const problems = names.map((name) => attempt(() => rmSync(join(directory, name)), notDeleted));
      const isDraft = (name: string, index: number) =>
        !name.endsWith('.tmp') && problems[index] === undefined;
      return { count: names.filter(isDraft).length, problem: problems.find((problem) => problem) };
    },
  };
}

const notSaved = 'The draft could not be saved';
const notDeleted = 'A draft could not be deleted';

function attempt(act: () => void, words: string): Problem {
  try {
    act();
    return undefined;
  } catch (error) {
    return `${words} (${error instanceof Error && 'code' in error ? error.code : 'unknown error'}).`;
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
