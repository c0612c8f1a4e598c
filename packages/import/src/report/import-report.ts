import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import type { ImportPlan, IssueGroup } from '../check/plan-import.ts';
import { type Mapping, writeMapping } from '../mapping/mapping.ts';
import { emptyTotals, type Totals } from '../result/buckets.ts';
import type { ResultFile } from '../result/row-writer.ts';
import type { StopReason } from '../run/row-outcome.ts';

export type ImportOutcome =
  | 'completed'
  | 'planned'
  | 'paused'
  | 'invalid'
  | 'needs-confirmation'
  | 'unauthorized'
  | 'blocked'
  | 'cancelled';

/** What `import --json` prints, in one object. */
export interface ImportReport {
  readonly schemaVersion: 1;
  readonly command: 'import';
  readonly outcome: ImportOutcome;
  readonly run: string | null;
  readonly account: AccountLabel | null;
  /** `rows` is always the sum of the others, `toCreate` aside. */
  readonly totals: Totals & { readonly toCreate?: number };
  readonly problems: readonly IssueGroup[];
  /** Fields by header. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly sample: ImportPlan['sample'];
  readonly files: Readonly<Partial<Record<ResultFile, string>>>;
  readonly durationSeconds: number;
  readonly retryable: boolean;
  readonly next: readonly string[];
}

export interface ReportFacts {
  readonly outcome: ImportOutcome;
  readonly run?: string | undefined;
  readonly account?: AccountLabel | undefined;
  readonly totals?: Totals | undefined;
  readonly plan?: ImportPlan | undefined;
  readonly mapping?: Mapping | undefined;
  readonly files?: ImportReport['files'] | undefined;
  readonly durationSeconds?: number | undefined;
  readonly next?: readonly string[] | undefined;
}

export function importReport({
  outcome,
  run,
  account,
  totals,
  plan,
  mapping,
  files,
  ...facts
}: ReportFacts): ImportReport {
  return {
    schemaVersion: 1,
    command: 'import',
    outcome,
    run: run ?? null,
    account: account ? { kind: account.kind, label: account.label, host: account.host } : null,
    totals: {
      ...(totals ?? plan?.totals ?? emptyTotals()),
      ...(plan && !totals ? { toCreate: plan.toCreate } : {}),
    },
    problems: plan?.issues ?? [],
    mapping: mapping ? writeMapping(mapping) : {},
    sample: plan?.sample ?? [],
    files: files ?? {},
    durationSeconds: facts.durationSeconds ?? 0,
    // The rows that were sent are known, and are not sent again.
    retryable: outcome === 'paused',
    next: facts.next ?? [],
  };
}

/** How a run ended that stopped early. */
export function outcomeOfStop(stopped: StopReason | undefined): ImportOutcome {
  switch (stopped?.kind) {
    case undefined:
      return 'completed';
    case 'unauthorized':
    case 'blocked':
    case 'cancelled':
      return stopped.kind;
    case 'not-reachable':
    case 'rate-limited':
    case 'ledger':
    case 'edited-unknown':
    case 'unknown-left':
    case 'many-unknown':
      return 'paused';
    default: {
      const unreachable: never = stopped;
      return unreachable;
    }
  }
}

/**
 * What stopped a run, and what to do about it. Only a terminal has the option for a lower rate; a list in an editor has
 * places instead of lines.
 */
export function stopMessage(
  stopped: StopReason,
  mode: 'terminal' | 'editor' | 'editor-list' = 'terminal',
): string {
  switch (stopped.kind) {
    case 'unauthorized':
    case 'blocked':
    case 'not-reachable':
      return stopped.message;
    case 'rate-limited':
      return `HelpCrunch keeps rate limiting requests (429). Other integrations share the limit: continue later${mode === 'terminal' ? ', or with a lower --rate' : ''}.`;
    case 'ledger':
      return `What is sent can't be recorded, so nothing more is sent. ${stopped.message}`;
    case 'edited-unknown': {
      const { line, ledgerId, sent, now } = stopped;
      const versions = sent ? ` Sent: ${JSON.stringify(sent)}. Now: ${JSON.stringify(now)}.` : '';
      const row = mode === 'editor-list' ? `Customer ${line} of the list` : `Line ${line}`;
      return `${row} has the user ID or email of a customer that may have been created (${ledgerId}).${versions} Check in the history whether it exists, then continue.`;
    }
    case 'unknown-left':
      return `A row that may have been created (${stopped.ledgerId}) is not in the file anymore: ${JSON.stringify(stopped.sent)}. Put it back, or check in the history whether it exists, then continue.`;
    case 'many-unknown':
      return 'Five responses in a row were lost. Check the network, then continue.';
    case 'cancelled':
      return 'Canceled.';
    default: {
      const unreachable: never = stopped;
      return unreachable;
    }
  }
}

/** Exit code of an import: the first that applies. */
export function importExitCode({ outcome, totals }: Pick<ImportReport, 'outcome' | 'totals'>): number {
  const { unknown, failed, invalid } = totals;
  if (outcome === 'planned') return invalid > 0 ? 1 : 0;
  return exitCodeOf(outcome, unknown > 0 ? 3 : failed + invalid > 0 ? 1 : 0);
}

/** Exit code of an outcome; `atEnd` is that of a run that came to its end. */
export function exitCodeOf(outcome: ImportOutcome, atEnd: number): number {
  switch (outcome) {
    case 'cancelled':
      return 130;
    case 'unauthorized':
      return 4;
    case 'blocked':
      return 5;
    case 'invalid':
    case 'needs-confirmation':
      return 2;
    case 'paused':
      return 75;
    case 'planned':
      return 0;
    case 'completed':
      return atEnd;
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}
