import type { Memento } from 'vscode';
import type { Attempt } from '../send/attempt.ts';

const name = 'helpcrunch.lastAttempt';

/** What was last tried, kept in the workspace's state so that the panel shows it again after a reload. */
export interface LastAttempt {
  get(): Attempt | undefined;
  set(attempt: Attempt): Promise<void>;
}

export function createLastAttempt(state: Memento): LastAttempt {
  let last = state.get<Attempt>(name);
  return {
    get: () => last,
    async set(attempt) {
      last = attempt;
      await state.update(name, attempt);
    },
  };
}
