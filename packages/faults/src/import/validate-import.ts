import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ImportReport, StopReason } from '@helpcrunch-customer-kit/import';
import { mapImport, readImport } from '@helpcrunch-customer-kit/import/node';
import type { Home } from '../program.ts';
import type { EditedRow } from './edit-table.ts';
import type { ImportPlan, PlannedRow } from './import-plan.ts';
import type { ImportServer } from './import-server.ts';
import { filesOfCompletedRuns, stateIn } from './stored-rows.ts';

/** What a process printed at its end. */
export type Report = Pick<ImportReport, 'run' | 'outcome' | 'totals' | 'files'> & {
  readonly stopped?: StopReason;
  readonly issues?: readonly { readonly code: string; readonly message: string }[];
};

/** What is known when a run has ended, for its validation. */
export interface ImportEvidence {
  readonly plan: ImportPlan;
  readonly home: Home;
  readonly path: string;
  readonly server: ImportServer;
  readonly report: Report | undefined;
  /** Keys of rows that were on their way when a process was killed. */
  readonly interrupted: ReadonlySet<string>;
  /** The table as the last process met it. */
  readonly rows: readonly PlannedRow[];
  readonly edits: readonly EditedRow[];
}

/** What is known about the sends of a row. */
export type SendEvidence = Pick<ImportEvidence, 'server' | 'interrupted'>;

/** Scenarios after which the client does not know what became of a create. */
const lost = new Set<string | undefined>([
  'created-then-lost',
  'closed-before-answer',
  'created-then-html-502',
  'html-502',
  'closed-mid-body',
]);

const fileNames = ['created', 'failed', 'unknown', 'skipped', 'pending'] as const;
type FileName = (typeof fileNames)[number];

/** What is wrong with the end of a run, in words. */
export async function validateImport(evidence: ImportEvidence): Promise<string[]> {
  const { plan, server, report } = evidence;
  if (!report) return ['it has no end'];
  const files = readFiles(evidence, report);
  return [
    ...customersAreOnce(evidence),
    ...rowsAreInOneFile(evidence, report, files),
    ...filesAreTrue(evidence, files),
    ...endIsTrue(evidence, report, files),
    ...(server.busiestMinute() > plan.rate
      ? [`${server.busiestMinute()} requests in a minute at a rate of ${plan.rate}`]
      : []),
    ...(await failedCanBeImported(report)),
  ];
}

interface ResultRow {
  /** As it was in the input. */
  readonly text: string;
  readonly own: readonly string[];
}

type Files = Readonly<Record<FileName, readonly ResultRow[]>>;

function readFiles({ plan }: ImportEvidence, { files }: Report): Files {
  const columns = plan.header.split(',').length;
  const rowsOf = (name: FileName): readonly ResultRow[] => {
    const path = files[name];
    if (path === undefined) return [];
    const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    return lines.map((line) => {
      const cells = line.split(',');
      return { text: cells.slice(0, columns).join(','), own: cells.slice(columns) };
    });
  };
  return {
    created: rowsOf('created'),
    failed: rowsOf('failed'),
    unknown: rowsOf('unknown'),
    skipped: rowsOf('skipped'),
    pending: rowsOf('pending'),
  };
}

/** No customer twice, whatever happened, and no edited one beside its earlier version. */
function customersAreOnce({ plan, server, edits }: ImportEvidence): string[] {
  const counts = new Map<string, number>();
  for (const { name } of server.sandbox.customers) {
    // Other clients' customers have no name.
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const twice = [...counts].flatMap(([name, count]) =>
    count > 1 ? [`${name} was created ${count} times`] : [],
  );
  // By its email alone, a search that lags may miss the earlier version.
  const isSame = ({ before, after }: EditedRow) =>
    (before.userId !== '' && before.userId === after.userId) ||
    (before.isValid &&
      before.email !== '' &&
      before.email === after.email &&
      plan.faults.rates.laggingSearch === 0);
  const both = edits.filter(
    (edit) => isSame(edit) && counts.has(edit.before.name) && counts.has(edit.after.name),
  );
  return [...twice, ...both.map(({ after }) => `${after.name} was created beside its earlier version`)];
}

function rowsAreInOneFile(
  { rows: table, edits, path, home }: ImportEvidence,
  report: Report,
  files: Files,
): string[] {
  const wanted = table.map(({ text }) => text).toSorted();
  const got = fileNames.flatMap((name) => files[name].map(({ text }) => text)).toSorted();
  const onDisk = readdirSync(dirname(path)).filter((name) => /^customers\..*\.(?:csv|tmp)$/.test(name));
  const named = Object.values(report.files).map((file) => basename(file));
  // A run that was completed as its process was killed keeps its files: the next process began another run.
  const kept = filesOfCompletedRuns(stateIn(home)).map((file) => basename(file));
  // A completed run before an edit keeps its files, and so do created rows that were edited.
  const others = onDisk.filter(
    (name) => ![...named, ...kept].includes(name) && (edits.length === 0 || name.endsWith('.tmp')),
  );
  const { rows, created, failed, invalid, skipped, unknown, pending } = report.totals;
  const counts = {
    created,
    failed: failed + invalid,
    unknown,
    skipped,
    pending,
  };
  return [
    ...(wanted.join('\n') === got.join('\n')
      ? []
      : [`rows: ${wanted.length} in, ${got.length} in the files`]),
    ...(named.every((name) => onDisk.includes(name)) && others.length === 0
      ? []
      : [`files on disk: ${onDisk.join(', ')}`]),
    ...(rows === table.length ? [] : [`${rows} rows are counted`]),
    ...(rows === created + failed + invalid + skipped + unknown + pending ? [] : ['totals do not add up']),
    ...fileNames.flatMap((name) =>
      counts[name] === files[name].length
        ? []
        : [`${counts[name]} ${name}, ${files[name].length} in the file`],
    ),
  ];
}

/** What a file claims about its rows is so at the server. */
function filesAreTrue({ rows, plan, server }: ImportEvidence, files: Files): string[] {
  const { customers } = server.sandbox;
  const nameOf = (text: string) => text.split(',')[0] ?? '';
  const exists = (text: string) => customers.some(({ name }) => name === nameOf(text));
  const count = (name: string) => rows.filter((row) => row.name === name).length;
  const repeated = new Set(rows.map(({ name }) => name).filter((name) => count(name) > 1));
  const isFixed = (text: string) => plan.fix && text.endsWith(',English');
  return [
    ...files.created.flatMap(({ text, own: [id = ''] }) => {
      // A 201 whose body was cut says that it was created, but not as whom.
      if (id === '') return exists(text) ? [] : [`${text} is not a customer`];
      const customer = customers.find((one) => String(one.id) === id);
      if (customer?.name !== nameOf(text)) return [`${text} is not customer ${id}`];
      return isFixed(text) && customer.locale !== 'en' ? [`${text} was not fixed`] : [];
    }),
    // The later one of two equal rows is skipped.
    ...(['skipped', 'failed', 'pending'] as const).flatMap((name) =>
      files[name].flatMap(({ text, own }) =>
        exists(text) && !repeated.has(nameOf(text))
          ? [`${text} was created, and is ${name} (${own.join()})`]
          : [],
      ),
    ),
    ...files.skipped.flatMap(({ text, own: [id = ''] }) =>
      id === '' || customers.some((one) => String(one.id) === id) ? [] : [`${text} has no customer ${id}`],
    ),
  ];
}

function endIsTrue(evidence: ImportEvidence, report: Report, files: Files): string[] {
  const { outcome, totals } = report;
  const find = (text: string) => evidence.rows.find((row) => row.text === text);
  const emails = new Set(files.unknown.map(({ text }) => find(text)?.email));
  const isBlocked = files.pending.some(({ text }) => emails.has(find(text)?.email));
  return [
    ...(outcome === 'completed' && totals.pending > 0 ? [`done, but ${totals.pending} are pending`] : []),
    ...(outcome === 'completed' || isBlocked
      ? []
      : [`it ends as ${outcome}: ${JSON.stringify(report.stopped ?? report.issues)}`]),
    // Equal rows may have changed places: any of them explains all.
    ...files.unknown.flatMap(({ text }) =>
      evidence.rows.some((row) => row.text === text && isJustified(row, evidence))
        ? []
        : [`${text} is unknown without a reason`],
    ),
    ...files.failed.flatMap(({ text }) => {
      const row = find(text);
      // Another client took the user ID after the duplicate check.
      return row?.isValid && !met(row, evidence, new Set(['user-id-taken'])) ? [`${text} failed`] : [];
    }),
  ];
}

/** Its answer was lost by the server's faults, or its process was killed while it was on its way. */
export function isJustified(row: PlannedRow, evidence: SendEvidence): boolean {
  return evidence.interrupted.has(row.key) || met(row, evidence, lost);
}

/** True when a create of a row met one of these scenarios. */
function met(
  { name }: PlannedRow,
  { server }: SendEvidence,
  scenarios: ReadonlySet<string | undefined>,
): boolean {
  return server.sandbox.requests.some(
    ({ path, body, scenario }) =>
      path === '/v1/customers' && scenarios.has(scenario) && body.includes(JSON.stringify(name)),
  );
}

async function failedCanBeImported({ files }: Report): Promise<string[]> {
  if (files.failed === undefined) return [];
  const { questions } = mapImport(await readImport(files.failed), {});
  return questions.length === 0 ? [] : [`failed.csv has questions: ${JSON.stringify(questions)}`];
}
