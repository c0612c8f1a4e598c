import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { faultPoint } from '../kill/fault-point.ts';
import { environmentOf, type Home, makeHome, program } from '../program.ts';
import type { ImportPlan, Kill } from './import-plan.ts';
import { type ImportServer, openImportServer } from './import-server.ts';
import { type ImportEvidence, type Report, validateImport } from './validate-import.ts';

export interface ImportedRun {
  readonly plan: ImportPlan;
  readonly processes: number;
  readonly killed: number;
  readonly created: number;
  readonly unknown: number;
  readonly creates: number;
  /** Most requests in any 60 seconds, as a share of the rate. */
  readonly busiest: number;
  /** The run ended with nothing pending; else a person has to decide about an unknown row first. */
  readonly isDone: boolean;
  readonly wrong: readonly string[];
}

/** Processes that are started at most until a run is done: each meets faults of its own. */
const maxProcesses = 60;

/** Imports a table, killed again and again, until it is done; then compares what is claimed with what the server has. */
export async function runImported(plan: ImportPlan): Promise<ImportedRun> {
  using home = makeHome();
  await using server = await openImportServer(plan);
  const path = join(home.path, 'customers.csv');
  writeFileSync(path, `${[plan.header, ...plan.rows.map(({ text }) => text)].join('\n')}\n`);
  const interrupted = new Set<string>();
  const wrong: string[] = [];
  let report: Report | undefined;
  let [killed, processes] = [0, 0];
  for (; processes < maxProcesses && !isFinal(report); processes += 1) {
    const ended = await runOnce(plan, { home, path, server }, plan.kills[processes] ?? { kind: 'none' });
    await server.idle();
    server.time += plan.random.int(0, 20_000);
    report = ended.report;
    if (ended.wasKilled) {
      killed += 1;
      for (const key of sendingKeys(home)) interrupted.add(key);
    } else if (!report) wrong.push(`a process failed: ${ended.stderr.slice(0, 2000)}`);
    if (wrong.length > 0) break;
  }
  const evidence: ImportEvidence = { plan, home, path, server, report, interrupted };
  wrong.push(...(await validateImport(evidence)));
  const { sandbox } = server;
  return {
    plan,
    processes,
    killed,
    created: report?.totals.created ?? 0,
    unknown: report?.totals.unknown ?? 0,
    creates: sandbox.requests.filter(({ path: of }) => of === '/v1/customers').length,
    busiest: server.busiestMinute() / plan.rate,
    isDone: report?.outcome === 'completed',
    wrong,
  };
}

/** Nothing more comes of the same command. */
function isFinal(report: Report | undefined): boolean {
  const codes = [report?.stopped?.kind, ...(report?.issues ?? []).map(({ code }) => code)];
  return report?.outcome === 'completed' || codes.includes('edited-unknown');
}

interface Place {
  readonly home: Home;
  readonly path: string;
  readonly server: ImportServer;
}

const engineProcess = fileURLToPath(new URL('engine-process.ts', import.meta.url));

async function runOnce(plan: ImportPlan, { home, path, server }: Place, kill: Kill) {
  const env = environmentOf(home, {
    HELPCRUNCH_API_KEY: 'a-key-for-imports-0123456789',
    HELPCRUNCH_BASE_URL: server.baseUrl,
    HELPCRUNCH_NO_KEYCHAIN: '1',
    HELPCRUNCH_STATE_DIR: stateIn(home),
    ...(kill.kind === 'change'
      ? faultPoint({ root: home.path, at: kill.at, isHalf: kill.isHalf })
      : { NODE_OPTIONS: '--disable-warning=ExperimentalWarning' }),
  });
  const command =
    plan.driver === 'engine'
      ? [engineProcess, path, String(plan.rate), String(server.time)]
      : [program, 'import', path, '--yes', '--json', '--skip-invalid', '--rate', String(plan.rate)];
  const { stdout, stderr, signal } = await runProgram([process.execPath, ...command], {
    env,
    async during(child) {
      const end = () => child.kill('SIGKILL');
      if (kill.kind === 'time') setTimeout(end, kill.milliseconds).unref();
      if (kill.kind !== 'request') return;
      let count = 0;
      server.onRequest = (when) => {
        if (when === 'arrived') count += 1;
        if (count === kill.at && (when === 'handled') === kill.isAnswered) end();
      };
    },
  });
  server.onRequest = undefined;
  const wasKilled = signal === 'SIGKILL';
  const report: Report | undefined = stdout === '' ? undefined : JSON.parse(stdout);
  return { wasKilled, report: wasKilled ? undefined : report, stderr };
}

function stateIn(home: Home): string {
  return join(home.path, 'kit');
}

/** Rows whose last line in the run store says that they are on their way. */
function sendingKeys(home: Home): readonly string[] {
  const last = new Map<string, string>();
  for (const line of storeText(home).split('\n')) {
    try {
      const { key, result } = JSON.parse(line) as { key: string; result: { state: string } };
      last.set(key, result.state);
    } catch {
      // The last line of a process that was killed while it wrote.
    }
  }
  return [...last].filter(([, state]) => state === 'sending').map(([key]) => key);
}

function storeText(home: Home): string {
  try {
    const names = readdirSync(stateIn(home), { recursive: true, encoding: 'utf8' });
    const found = names.find((name) => name.endsWith('rows.jsonl'));
    return found === undefined ? '' : readFileSync(join(stateIn(home), found), 'utf8');
  } catch {
    return '';
  }
}
