import { pauseFor } from '@helpcrunch-customer-kit/core';
import {
  createPacer,
  defaultRate,
  type ImportOutcome,
  stopMessage,
  undoReport,
} from '@helpcrunch-customer-kit/import';
import {
  folderOfRun,
  limitHeapGrowth,
  type RunRecord,
  readRuns,
  UndoSession,
} from '@helpcrunch-customer-kit/import/node';
import { type Account, withImportFolder } from '@helpcrunch-customer-kit/local';
import type { Arguments } from '../../../command-line/arguments.ts';
import { type CommandEnd, errorIssue } from '../../command.ts';
import type { CommandContext } from '../../reporting-command.ts';
import { findAccount } from '../import-account.ts';
import { stateEnd } from '../import-end.ts';
import { runNotFound } from '../list-runs.ts';
import { terminalPrompts } from '../prompts.ts';
import { resultsMessage } from '../write-access.ts';
import { previewLines, undoLines, undoProgress, undoQuestion } from './undo-lines.ts';

interface UndoContext extends CommandContext {
  /** This command line, to be shown as one that goes on. */
  readonly argv: readonly string[];
}

interface UndoJob {
  readonly args: Arguments;
  readonly context: UndoContext;
  readonly account: Account;
  readonly folder: string;
  readonly record: RunRecord;
}

/** Deletes the customers that a run created, after a preview and consent; each is read first. */
export async function undoImport(args: Arguments, context: UndoContext): Promise<CommandEnd> {
  limitHeapGrowth();
  const [run = ''] = args.operands;
  const { values } = args;
  const sandbox = typeof values['sandbox'] === 'string' ? values['sandbox'] : values['sandbox'] === true;
  const found = await findAccount({ sandbox }, context);
  if ('end' in found) return found.end;
  const { account } = found;
  if (!account.ledgerAccount) return runNotFound(run, context);
  try {
    const takeOver = values['take-over'] === true;
    return await withImportFolder(
      account.ledgerAccount,
      {
        process: context.process,
        takeOver,
        choose: (folders, sender) => folderOfRun(folders, { run, sender }),
      },
      async (folder) => {
        const record = (await readRuns(folder)).find((one) => one.run === run);
        if (!record) return runNotFound(run, context);
        return await undo({ args, context, account, folder, record });
      },
    );
  } catch (error) {
    return stateEnd(error, context);
  }
}

async function undo(job: UndoJob): Promise<CommandEnd> {
  const { args, account, folder, record } = job;
  const { run } = record;
  const rate = Number(args.values['rate'] ?? defaultRate);
  using session = new UndoSession({ folder, record });
  const totals = session.totals();
  const json = args.values['json'] === true;
  const end = (outcome: ImportOutcome) => undoReport({ outcome, run, account, totals });
  const preview = json ? [] : previewLines(totals, { record, account, rate });
  if (args.values['dry-run'] === true || totals.customers === 0)
    return { ...end(totals.customers === 0 ? 'completed' : 'planned'), lines: preview };
  const refused = await withoutConsent(job, totals.customers, preview);
  if (refused) return { ...end(refused.outcome), lines: [], ...refused.end };
  const out = typeof args.values['out'] === 'string' ? args.values['out'] : undefined;
  const cause = await resultsMessage(record.input, out);
  if (cause !== undefined)
    return { ...end('invalid'), issues: [errorIssue('out-not-writable', `Nothing was deleted. ${cause}`)] };
  return await deleteCustomers(job, { session, rate, out });
}

interface Refused {
  readonly outcome: 'needs-confirmation' | 'cancelled';
  readonly end: Partial<CommandEnd>;
}

/** The consent names the number, so that no one deletes more than they think. */
async function withoutConsent(
  { args, context, account, record }: UndoJob,
  count: number,
  preview: readonly string[],
): Promise<Refused | undefined> {
  const given = args.values['delete'];
  if (given === String(count)) {
    for (const line of preview) context.note(line);
    return undefined;
  }
  const prompts =
    given === undefined ? await terminalPrompts(context, { json: args.values['json'] === true }) : undefined;
  const again = ['import', 'undo', record.run];
  const flags = context.argv.filter((word) => word.startsWith('--') && !word.startsWith('--delete'));
  const command = context.command([...again, `--delete=${count}`, ...flags]);
  if (prompts) {
    prompts.print([...preview, '', undoQuestion(count, account)]);
    const answer = await prompts.ask(`Type ${count} to delete: `);
    prompts.close();
    if (answer === String(count)) return undefined;
    return {
      outcome: 'cancelled',
      end: { lines: ['Nothing was deleted.'], next: [`To delete them, run: ${command}`] },
    };
  }
  return {
    outcome: 'needs-confirmation',
    end: {
      lines: preview,
      issues:
        given === undefined
          ? []
          : [
              errorIssue(
                'wrong-number',
                `Nothing was deleted: the run created ${count} customers, not ${String(given)}.`,
              ),
            ],
      next: [`Nothing was deleted. To delete them, run: ${command}`],
    },
  };
}

async function deleteCustomers(
  { args, context, account, record }: UndoJob,
  {
    session,
    rate,
    out,
  }: { readonly session: UndoSession; readonly rate: number; readonly out: string | undefined },
): Promise<CommandEnd> {
  const { run } = record;
  const began = performance.now();
  const { customers, pending, failed } = session.totals();
  const progress = undoProgress({
    stderr: context.process.stderr,
    total: customers,
    done: customers - pending - failed,
  });
  const { stopped, outcome, totals, file } = await session.run(
    {
      connection: context.adjust(account.connection),
      pacer: createPacer({ rate, clock: () => performance.now(), pause: pauseFor }),
      pause: pauseFor,
      stop: context.signal,
      abort: context.secondInterrupt,
      onEvent: progress.onEvent,
    },
    out,
  );
  progress.end();
  const durationSeconds = Math.round((performance.now() - began) / 100) / 10;
  return {
    ...undoReport({ outcome, run, account, totals, file, durationSeconds }),
    lines: args.values['json'] === true ? [] : [...undoLines(totals), `Result: ${file}`],
    issues: stopped ? [errorIssue(stopped.kind, stopMessage(stopped))] : [],
    next:
      outcome === 'completed'
        ? [`To create them again, run: ${context.command(['import', record.input, '--again'])}`]
        : [
            `To continue, run: ${context.command([...context.argv.filter((word) => !word.startsWith('--delete')), `--delete=${customers}`])}`,
          ],
  };
}
