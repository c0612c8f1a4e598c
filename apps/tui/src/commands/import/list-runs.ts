import { number } from '@helpcrunch-customer-kit/import';
import { type RunRecord, readRuns } from '@helpcrunch-customer-kit/import/node';
import { allImportFolders } from '@helpcrunch-customer-kit/local';
import { tableLines } from '../../render/layout.ts';
import { type CommandEnd, errorIssue } from '../command.ts';
import type { CommandContext } from '../reporting-command.ts';
import { resultLines } from './import-lines.ts';
import { undoLines } from './undo/undo-lines.ts';

export async function listRuns({ process, command, columns }: CommandContext): Promise<CommandEnd> {
  const runs = await allRuns(process);
  return {
    outcome: 'listed',
    data: { runs },
    lines:
      runs.length === 0
        ? ['Nothing was imported yet.']
        : tableLines(
            [
              ['Run', 'Started', 'Rows', 'Created', 'Outcome', 'File'],
              ...runs.map(({ run, startedAt, totals, outcome, input }) => [
                run,
                startedAt.slice(0, 16).replace('T', ' '),
                totals ? number(totals.rows) : '',
                totals ? number(totals.created) : '',
                outcome ?? 'unfinished',
                input,
              ]),
            ],
            columns,
          ),
    next: runs.length === 0 ? [] : [`To see one, run: ${command(['import', 'show', runs[0]?.run ?? 'RUN'])}`],
  };
}

export async function showRun(id: string, { process, command }: CommandContext): Promise<CommandEnd> {
  const record = (await allRuns(process)).find(({ run }) => run === id);
  if (!record) return runNotFound(id, { command });
  const { input, startedAt, endedAt, outcome, totals, files = {}, undo } = record;
  return {
    outcome: 'shown',
    data: { runs: [record] },
    lines: [
      ...tableLines([
        ['Run', id],
        ['File', input],
        ['Started', startedAt],
        ['Ended', endedAt ?? '–'],
        ['Outcome', outcome ?? 'unfinished'],
      ]),
      ...(totals ? resultLines(totals, files) : []),
      ...(undo ? ['', 'Undone', ...undoLines(undo.totals)] : []),
    ],
    next: [
      ...(totals && totals.pending === 0 ? [] : [`To continue, run: ${command(['import', input])}`]),
      ...(undo && undo.totals.pending > 0
        ? [`To continue the undo, run: ${command(['import', 'undo', id])}`]
        : []),
    ],
  };
}

export function runNotFound(id: string, { command }: Pick<CommandContext, 'command'>): CommandEnd {
  return {
    outcome: 'not-found',
    issues: [errorIssue('not-found', `Run not found: ${id}.`)],
    next: [`To see all runs, run: ${command(['import', 'list'])}`],
  };
}

async function allRuns(process: NodeJS.Process): Promise<readonly RunRecord[]> {
  const folders = await allImportFolders(process);
  const runs = await Promise.all(folders.map(readRuns));
  return runs.flat().toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
}
