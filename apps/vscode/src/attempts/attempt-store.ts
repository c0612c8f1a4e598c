import { hideKeys } from '@helpcrunch-customer-kit/core';
import type { Disposable, Memento } from 'vscode';
import type { CustomerSource } from '../source/customer-source.ts';
import type { TextChange } from '../source/places.ts';
import { type Attempt, entryToShow, type Run, type RunEntry, withAttempt, withLookup } from './attempt.ts';

const stateName = 'helpcrunch.run';

/** What the store reports to everything that shows attempts. */
export type AttemptChange =
  /** An entry has a new outcome; its run may still be under way. */
  | {
      readonly kind: 'attempted';
      readonly name: string;
      readonly attempt: Attempt;
      readonly source: CustomerSource | undefined;
    }
  /** A recording ended, early or not; `entries` are those that it was about. */
  | { readonly kind: 'ended'; readonly entries: readonly RunEntry[] }
  /** The user asked to see what is shown. */
  | { readonly kind: 'shown' }
  /** `isSending` or `wait` changed. */
  | { readonly kind: 'activity' };

/** A customer to send: a name for lists, and the text that it comes from, if that still exists. */
export interface NamedSource {
  readonly name: string;
  readonly source: CustomerSource | undefined;
}

/** An attempt that is repeated automatically at `until`, in milliseconds since 1970, unless it is stopped. */
export interface Wait {
  readonly attempt: Attempt;
  readonly until: number;
  stop(): void;
}

/** Stores the outcome of the customer with this index among those of the recording, or why it was left out. */
export type Put = (index: number, result: Attempt | string) => Promise<void>;

type RecordTask = (put: Put, keep: (files: readonly string[]) => void) => Promise<void>;

/** The last run: each entry's outcome and source, followed through edits. Attempts survive a reload; sources do not. */
export interface AttemptStore extends Disposable {
  readonly run: Run | undefined;
  /** What buttons and commands act on; `undefined` before the first attempt. */
  readonly shown: { readonly attempt: Attempt; readonly source: CustomerSource | undefined } | undefined;
  /** The attempt that is shown, or an earlier one of the same customer, if its outcome is unknown. */
  readonly unknown: Attempt | undefined;
  /** False while a customer waits out a rate limit. */
  readonly isSending: boolean;
  readonly wait: Wait | undefined;
  onDidChange(listener: (change: AttemptChange) => void): Disposable;
  /** Reports that the user asked to see what is shown. */
  show(): void;
  /** Shows another entry of the run. */
  choose(index: number): Promise<void>;
  /** Shows an earlier attempt: its entry of the run, or else alone in place of the run. */
  open(name: string, attempt: Attempt): Promise<void>;
  /**
   * Follows customers while they are sent. The first outcome that is put replaces the last run. `keep` adds the paths of its
   * result files.
   */
  record(customers: readonly NamedSource[], task: RecordTask): Promise<void>;
  /** The same for the customer that is shown: what is put replaces its entry, and its run stays. */
  recordAgain(customer: NamedSource, task: (put: Put) => Promise<void>): Promise<void>;
  /** Replaces an attempt after a lookup, if it is still in the run. */
  replace(before: Attempt, now: Attempt): Promise<void>;
  whileSending<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Within `whileSending`, while an attempt waits out a rate limit. */
  whileWaiting<Result>(wait: Wait, task: () => Promise<Result>): Promise<Result>;
}

interface LiveEntry extends RunEntry {
  readonly source?: CustomerSource | undefined;
}

interface LiveRun {
  entries: readonly LiveEntry[];
  shown: number;
  files?: readonly string[];
}

/** Calls a listener for each edit of a document. */
export type OnDidEdit = (listener: (uri: string, changes: readonly TextChange[]) => void) => Disposable;

/** `hide` removes API keys from names: attempts come without them. */
export function createAttemptStore(
  state: Memento,
  onDidEdit: OnDidEdit,
  hide: (text: string) => string = hideKeys,
): AttemptStore {
  let current: LiveRun | undefined = state.get<Run>(stateName);
  let underWay = 0;
  let wait: Wait | undefined;
  const recordings = new Set<readonly NamedSource[]>();
  const listeners = new Set<(change: AttemptChange) => void>();

  const edits = onDidEdit((uri, changes) => {
    const entries: readonly Partial<NamedSource>[] = [...(current?.entries ?? []), ...[...recordings].flat()];
    const followed = new Set(entries.map(({ source }) => source));
    for (const source of followed) if (source?.uri === uri) source.edited(changes);
  });

  function report(change: AttemptChange): void {
    for (const listener of listeners) listener(change);
  }

  function sending(change: 1 | -1): void {
    const before = underWay > 0;
    underWay += change;
    if (underWay > 0 !== before) report({ kind: 'activity' });
  }

  async function save(): Promise<void> {
    if (current) await state.update(stateName, toRun(current));
  }

  function setEntry(run: LiveRun, index: number, entry: LiveEntry): void {
    run.entries = run.entries.with(index, entry);
  }

  async function recordInto(
    customers: readonly NamedSource[],
    run: LiveRun,
    first: number,
    task: RecordTask,
  ): Promise<void> {
    const ended: number[] = [];
    recordings.add(customers);
    try {
      const put: Put = async (index, result) => {
        const source = customers[index]?.source;
        const name = hide(customers[index]?.name ?? '');
        if (typeof result === 'string') {
          setEntry(run, first + index, { name, note: result, source });
          if (current === run) await save();
          return;
        }
        setEntry(run, first + index, { ...withAttempt(run.entries[first + index], name, result), source });
        ended.push(first + index);
        run.shown = customers.length === run.entries.length ? entryToShow(run.entries) : first + index;
        current = run;
        await save();
        report({ kind: 'attempted', name, attempt: result, source });
      };
      await task(put, (files) => {
        run.files = files;
      });
      if (current === run) await save();
    } finally {
      recordings.delete(customers);
    }
    if (ended.length > 0) {
      const entries = run.entries.slice(first, first + customers.length).map(toRunEntry);
      report({ kind: 'ended', entries });
    }
  }

  return {
    get run() {
      return current && toRun(current);
    },
    get shown() {
      const entry = current?.entries[current.shown];
      return entry?.attempt && { attempt: entry.attempt, source: entry.source };
    },
    get isSending() {
      return underWay > 0;
    },
    get unknown() {
      const { attempt, unresolved } = current?.entries[current.shown] ?? {};
      return [attempt, unresolved].find((one) => one?.outcome.outcome === 'unknown');
    },
    get wait() {
      return wait;
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    show: () => report({ kind: 'shown' }),
    async choose(index) {
      if (!current?.entries[index]?.attempt) return;
      current.shown = index;
      await save();
      report({ kind: 'shown' });
    },
    async open(name, attempt) {
      const index =
        current?.entries.findIndex((entry) => entry.attempt?.at === attempt.at && entry.name === name) ?? -1;
      if (current && index >= 0) current.shown = index;
      else current = { entries: [{ name, attempt }], shown: 0 };
      await save();
      report({ kind: 'shown' });
    },
    record: (customers, task) =>
      recordInto(
        customers,
        { entries: customers.map(({ name }) => ({ name: hide(name) })), shown: 0 },
        0,
        task,
      ),
    async recordAgain(customer, task) {
      const run = current ?? { entries: [{ name: hide(customer.name) }], shown: 0 };
      await recordInto([customer], run, run.shown, task);
    },
    async replace(before, now) {
      const isMeant = ({ attempt, unresolved }: RunEntry) => attempt === before || unresolved === before;
      const index = current?.entries.findIndex(isMeant) ?? -1;
      const entry = current?.entries[index];
      if (!current || !entry) return;
      setEntry(current, index, { ...withLookup(entry, before, now), source: entry.source });
      await save();
      report({ kind: 'attempted', name: entry.name, attempt: now, source: entry.source });
      report({ kind: 'shown' });
    },
    async whileSending(task) {
      sending(1);
      try {
        return await task();
      } finally {
        sending(-1);
      }
    },
    async whileWaiting(next, task) {
      wait = next;
      sending(-1);
      report({ kind: 'activity' });
      try {
        return await task();
      } finally {
        wait = undefined;
        sending(1);
        report({ kind: 'activity' });
      }
    },
    dispose: () => edits.dispose(),
  };
}

/** What is kept: everything except the sources. */
function toRun({ entries, shown, files }: LiveRun): Run {
  return { entries: entries.map(toRunEntry), shown, ...(files ? { files } : {}) };
}

function toRunEntry({ source: _live, ...entry }: LiveEntry): RunEntry {
  return entry;
}
