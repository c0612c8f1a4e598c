import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHome } from '../program.ts';
import { type EditedRow, editTable, putBack } from './edit-table.ts';
import type { ImportPlan, PlannedRow } from './import-plan.ts';
import { openImportServer } from './import-server.ts';
import { runOnce } from './run-once.ts';
import { sendingKeys, stateIn } from './stored-rows.ts';
import { undoImported } from './undo-run.ts';
import { type ImportEvidence, type Report, validateImport } from './validate-import.ts';
import { isStoppedByEdit, sentName, validatePause } from './validate-pause.ts';

export interface ImportedRun {
  readonly plan: ImportPlan;
  readonly processes: number;
  readonly killed: number;
  readonly created: number;
  readonly unknown: number;
  /** Rows that were edited between two processes. */
  readonly edited: number;
  /** Customers that an undo deleted. */
  readonly deleted: number;
  readonly creates: number;
  /** Most requests in any 60 seconds, as a share of the rate. */
  readonly busiest: number;
  /** The run ended with nothing pending; else a person has to decide about an unknown row first. */
  readonly isDone: boolean;
  readonly wrong: readonly string[];
}

/** Processes that are started at most until a run is done: each meets faults of its own. */
const maxProcesses = 60;
/** Processes after which a table may be edited. */
const maxEditedProcesses = 5;

/**
 * Imports a table, killed and edited again and again, until it is done, and perhaps undoes that; then compares what is
 * claimed with what the server has.
 */
export async function runImported(plan: ImportPlan): Promise<ImportedRun> {
  using home = makeHome();
  await using server = await openImportServer(plan);
  const path = join(home.path, 'customers.csv');
  const write = (rows: readonly PlannedRow[]) =>
    writeFileSync(path, `${[plan.header, ...rows.map(({ text }) => text)].join('\n')}\n`);
  const interrupted = new Set<string>();
  const wrong: string[] = [];
  const edits: EditedRow[] = [];
  let rows = plan.rows;
  let report: Report | undefined;
  let [killed, processes] = [0, 0];
  write(rows);
  for (; processes < maxProcesses && !isFinal(report, rows, edits); processes += 1) {
    const earlier = putBack(rows, edits, sentName(report));
    if (earlier) {
      wrong.push(...validatePause(report, { server, interrupted, edits }));
      rows = earlier;
      write(rows);
    } else if (processes > 0 && processes <= maxEditedProcesses && plan.random.percent(30)) {
      const table = editTable(rows, plan);
      rows = table.rows;
      edits.push(...table.edited);
      write(rows);
    }
    const ended = await runOnce(plan, { home, path, server }, plan.kills[processes] ?? { kind: 'none' });
    await server.idle();
    server.time += plan.random.int(0, 20_000);
    report = ended.report;
    if (ended.wasKilled) {
      killed += 1;
      for (const key of sendingKeys(stateIn(home))) interrupted.add(key);
    } else if (!report) wrong.push(`a process failed: ${ended.stderr.slice(0, 2000)}`);
    if (wrong.length > 0) break;
  }
  const evidence: ImportEvidence = { plan, home, path, server, report, interrupted, rows, edits };
  wrong.push(...(await validateImport(evidence)));
  const creates = server.sandbox.requests.filter(
    ({ method, path: of }) => method === 'POST' && of === '/v1/customers',
  );
  const undone =
    wrong.length === 0 && report ? await undoImported(plan, { home, path, server }, report) : undefined;
  wrong.push(...(undone?.wrong ?? []));
  return {
    plan,
    processes: processes + (undone?.processes ?? 0),
    killed: killed + (undone?.killed ?? 0),
    created: report?.totals.created ?? 0,
    unknown: report?.totals.unknown ?? 0,
    edited: edits.length,
    deleted: undone?.deleted ?? 0,
    creates: creates.length,
    busiest: server.busiestMinute() / plan.rate,
    isDone: report?.outcome === 'completed',
    wrong,
  };
}

/** Nothing more comes of the same command. */
function isFinal(
  report: Report | undefined,
  rows: readonly PlannedRow[],
  edits: readonly EditedRow[],
): boolean {
  if (report?.outcome === 'completed') return true;
  return isStoppedByEdit(report) && !putBack(rows, edits, sentName(report));
}
