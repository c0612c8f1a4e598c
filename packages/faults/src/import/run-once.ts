import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '@helpcrunch-customer-kit/testing/run-program';
import { faultPoint } from '../kill/fault-point.ts';
import { environmentOf, type Home, program } from '../program.ts';
import type { EngineTask } from './engine-process.ts';
import type { ImportPlan, Kill } from './import-plan.ts';
import type { ImportServer } from './import-server.ts';
import { stateIn } from './stored-rows.ts';
import type { Report } from './validate-import.ts';

/** Where one run happens. */
export interface Place {
  readonly home: Home;
  readonly path: string;
  readonly server: ImportServer;
}

const engineProcess = fileURLToPath(new URL('engine-process.ts', import.meta.url));

/** Runs one process to its end, or until it is killed; it imports the table, or undoes a run. */
export async function runOnce(
  plan: ImportPlan,
  { home, path, server }: Place,
  kill: Kill,
  undo?: { readonly run: string; readonly count: number },
) {
  const env = environmentOf(home, {
    HELPCRUNCH_API_KEY: 'a-key-for-imports-0123456789',
    HELPCRUNCH_BASE_URL: server.baseUrl,
    HELPCRUNCH_NO_KEYCHAIN: '1',
    HELPCRUNCH_STATE_DIR: stateIn(home),
    // Thousands of processes load the same modules.
    NODE_COMPILE_CACHE: join(tmpdir(), 'helpcrunch-faults-cache'),
    ...(kill.kind === 'change'
      ? faultPoint({ root: home.path, at: kill.at, isHalf: kill.isHalf })
      : { NODE_OPTIONS: '--disable-warning=ExperimentalWarning' }),
  });
  const { rate, fix } = plan;
  const task: EngineTask = { path, rate, fix, start: server.time, undo: undo?.run };
  const flags = ['--json', '--rate', String(rate)];
  const command = undo
    ? ['import', 'undo', undo.run, '--delete', String(undo.count), ...flags]
    : ['import', path, '--yes', '--skip-invalid', ...(fix ? ['--fix'] : []), ...flags];
  const argv = plan.driver === 'engine' ? [engineProcess, JSON.stringify(task)] : [program, ...command];
  const { stdout, stderr, signal } = await runProgram([process.execPath, ...argv], {
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
  const report: unknown = stdout === '' || wasKilled ? undefined : JSON.parse(stdout);
  return { wasKilled, report: report as Report | undefined, stderr };
}
