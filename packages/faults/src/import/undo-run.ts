import type { ImportPlan } from './import-plan.ts';
import { type Place, runOnce } from './run-once.ts';
import { stateIn, storedRows } from './stored-rows.ts';
import type { Report } from './validate-import.ts';

const maxProcesses = 30;

/** Changes or shows some customers as people do, undoes the run, killed again and again, and validates what is left. */
export async function undoImported(
  plan: ImportPlan,
  place: Place,
  { run, outcome }: Report,
): Promise<
  | {
      readonly wrong: readonly string[];
      readonly processes: number;
      readonly killed: number;
      readonly deleted: number;
    }
  | undefined
> {
  const { home, server } = place;
  const { random, undo } = plan;
  if (!undo || outcome !== 'completed' || typeof run !== 'string') return undefined;
  const own = new Set(
    storedRows(stateIn(home)).flatMap(({ run: by, result: { state, confirmedBy, id } }) =>
      by === run && state === 'created' && confirmedBy === 'answer' && id !== undefined ? [id] : [],
    ),
  );
  const { customers } = server.sandbox;
  const touched = new Set<string>();
  for (const customer of customers) {
    if (!random.percent(15)) continue;
    touched.add(String(customer.id));
    Object.assign(customer, random.percent(50) ? { company: 'Changed' } : { lastSeen: '1767225600' });
  }
  const before = customers.map(({ id }) => String(id));
  const wrong: string[] = [];
  let report: Report | undefined;
  let [processes, killed] = [0, 0];
  for (; processes < maxProcesses && report?.outcome !== 'completed'; processes += 1) {
    const kill = undo.kills[processes] ?? { kind: 'none' };
    const ended = await runOnce(plan, place, kill, { run, count: own.size });
    await server.idle();
    server.time += random.int(0, 20_000);
    report = ended.report;
    if (ended.wasKilled) killed += 1;
    else if (!report) wrong.push(`an undo failed: ${ended.stderr.slice(0, 2000)}`);
    if (wrong.length > 0) break;
  }
  const after = new Set(customers.map(({ id }) => String(id)));
  const isDue = (id: string) => own.has(id) && !touched.has(id);
  for (const id of before) {
    if (after.has(id) && isDue(id)) wrong.push(`customer ${id} is ours, and was not deleted`);
    if (!after.has(id) && !isDue(id))
      wrong.push(`customer ${id} was deleted, and ${own.has(id) ? 'changed' : 'is not ours'}`);
  }
  if (report?.outcome !== 'completed') wrong.push(`the undo ends as ${String(report?.outcome)}`);
  return { wrong, processes, killed, deleted: before.length - after.size };
}
