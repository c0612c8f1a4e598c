import { outcomeTraits } from '@helpcrunch-customer-kit/core';
import { openHistory } from '@helpcrunch-customer-kit/local/ledger';
import { type CheckDeps, checkEntry } from './check-entry.ts';
import { type HistoryEnd, historyEnd, toEntryResult } from './history-result.ts';
import type { HistoryTask } from './read-words.ts';

/** What a command cannot do as it was asked. */
const refused = outcomeTraits.invalid.exitCode;

/** Lists, shows, checks or forgets the creates that the ledgers of this machine remember. */
export async function history(task: HistoryTask, deps: CheckDeps): Promise<HistoryEnd> {
  const { command } = deps;
  const ledgers = { ...deps.ledgers, takeOver: task.takeOver };
  const opened = openHistory(ledgers);
  switch (task.kind) {
    case 'list': {
      const { entries, problems } = await opened.list();
      const unresolved = entries.filter(({ isUnresolved }) => isUnresolved);
      return historyEnd({
        outcome: problems.length === 0 ? 'listed' : 'partly-listed',
        exitCode: problems.length === 0 ? 0 : refused,
        entries: entries.map(toEntryResult),
        unreadable: problems,
        next: unresolved
          .slice(0, 1)
          .map(({ id }) => `To see what became of the first one, run: ${command(['history', 'check', id])}`),
      });
    }
    case 'show':
    case 'check': {
      const entry = await opened.show(task.id);
      if (!entry) return notFound([task.id], deps);
      if (task.kind === 'check') return checkEntry(entry, { ...deps, ledgers });
      return historyEnd({
        outcome: 'shown',
        exitCode: 0,
        entry: toEntryResult(entry),
        next: entry.isUnresolved
          ? [`To see what became of it, run: ${command(['history', 'check', entry.id])}`]
          : [],
      });
    }
    case 'forget':
      return forget(task.ids, await opened.forget(task.ids), deps);
    default: {
      const unreachable: never = task;
      return unreachable;
    }
  }
}

type Change = Awaited<ReturnType<ReturnType<typeof openHistory>['forget']>>;

function forget(ids: readonly string[], change: Change, deps: CheckDeps): HistoryEnd {
  switch (change.kind) {
    case 'changed': {
      const entries = change.count === 1 ? '1 entry' : `${change.count} entries`;
      return historyEnd({
        outcome: 'forgotten',
        exitCode: 0,
        count: change.count,
        sentence: `Deleted ${entries}. If a customer was created, the next run does not know it.`,
      });
    }
    case 'not-found':
      return notFound(ids, deps);
    case 'in-flight':
      return historyEnd({
        outcome: 'in-flight',
        exitCode: refused,
        sentence: 'This customer is being sent at this moment. Nothing was deleted.',
        next: [`When that has ended, run: ${deps.command(['history', 'forget', ...ids])}`],
      });
    case 'not-writable':
      return historyEnd({ outcome: 'not-writable', exitCode: refused, sentence: change.problem });
    default: {
      const unreachable: never = change;
      return unreachable;
    }
  }
}

function notFound(ids: readonly string[], { command }: CheckDeps): HistoryEnd {
  return historyEnd({
    outcome: 'not-found',
    exitCode: refused,
    sentence: `The ledger has no entry ${ids.join(', ')}.`,
    next: [`To see all entries, run: ${command(['history'])}`],
  });
}
