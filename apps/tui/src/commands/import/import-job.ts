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
}

/** What is known of a run before it is sent; without a record, nothing of it is kept. */
export type PlannedRun = Pick<PreparedRun, 'plan' | 'store'> & Partial<PreparedRun>;
