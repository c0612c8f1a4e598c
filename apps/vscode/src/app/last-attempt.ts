import type { Memento } from 'vscode';
import type { Attempt } from '../send/attempt.ts';
import type { Run } from '../send/run.ts';

const name = 'helpcrunch.lastRun';

/** What was last tried, kept in the workspace's state so that the panel shows it again after a reload. */
export interface LastAttempt {
  /** The attempt that is shown. */
  get(): Attempt | undefined;
  readonly run: Run | undefined;
  /** Puts what became of an attempt in its place, if that is still of the last run. */
  replace(before: Attempt, now: Attempt): Promise<void>;
  begin(run: Run): Promise<void>;
  /** Shows another attempt of the run. */
  choose(index: number): Promise<void>;
}

export function createLastAttempt(state: Memento): LastAttempt {
  let run = state.get<Run>(name);
  async function begin(next: Run): Promise<void> {
    run = next;
    await state.update(name, next);
  }
  return {
    get: () => run?.entries[run.shown]?.attempt,
    get run() {
      return run;
    },
    begin,
    async replace(before, now) {
      if (!run) return;
      const entries = run.entries.map((entry) =>
        entry.attempt === before ? { ...entry, attempt: now } : entry,
      );
      await begin({ ...run, entries });
    },
    async choose(index) {
      if (run?.entries[index]?.attempt) await begin({ ...run, shown: index });
    },
  };
}
