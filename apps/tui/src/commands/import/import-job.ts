import type { ImportSession, PreparedRun } from '@helpcrunch-customer-kit/import/node';
import type { Ledgers } from '@helpcrunch-customer-kit/local';
import type { CommandContext } from '../reporting-command.ts';
import type { ConsentContext } from './consent.ts';

export interface ImportCommandContext extends CommandContext {
  readonly mappingPath: string;
  /** This command line, to be shown as one that goes on. */
  readonly argv: readonly string[];
}

/** Everything that one import works with. */
export interface ImportJob extends ConsentContext {
  readonly context: ImportCommandContext;
  readonly session: ImportSession;
  readonly ledgers: Ledgers;
  /** Aborted by the second Ctrl+C. */
  readonly abort: AbortSignal;
}

/** What is known of a run before it is sent; without a record, nothing of it is kept. */
export type PlannedRun = Pick<PreparedRun, 'plan' | 'store'> & Partial<PreparedRun>;

/** The first Ctrl+C lets the requests on their way finish; the second one gives up on their answers. */
export function secondInterrupt({
  process,
  signal,
}: Pick<CommandContext, 'process' | 'signal'>): AbortSignal {
  const second = new AbortController();
  signal.addEventListener('abort', () => process.on('SIGINT', () => second.abort()), { once: true });
  return second.signal;
}
