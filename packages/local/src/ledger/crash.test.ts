import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { type Fault, faultFiles } from '../../test/fault-files.ts';
import { writeSettledLines } from '../../test/settled-lines.ts';
import { account, ada, attemptOf, grace, ledgerName, subject } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { AccountFiles } from './account-files.ts';
import { createFileLedger, type FileLedger } from './file-ledger.ts';
import { ledgerContext } from './ledger-context.ts';

const now = Date.now();
const earlier = subject({ name: 'Earlier', email: 'earlier@example.com' });

/** What a process that creates two customers was told before it stopped. */
interface Reported {
  began?: string;
  settled?: boolean;
  done?: boolean;
}

async function work(ledger: FileLedger, reported: Reported): Promise<void> {
  const first = await ledger.begin(ada, attemptOf(ada), { known: [] });
  if (first.kind !== 'began') return;
  reported.began = first.id;
  reported.settled = await ledger.settle(first.id, { state: 'created', at: now, customerId: '7' });
  await ledger.idle();
  const second = await ledger.begin(grace, attemptOf(grace), { known: [] });
  if (second.kind === 'began') await ledger.settle(second.id, { state: 'unknown', at: now });
  reported.done = second.kind === 'began';
}

/** Runs `work` in a process that ends at a fault, then looks at what the next process finds and does. */
async function crash(fault: Fault | undefined, prepared: string) {
  using folder = temporaryFolder();
  cpSync(prepared, folder.path, { recursive: true });
  const { table, end } = fakeProcesses();
  const open = (pid: number, files = faultFiles(undefined).files) =>
    createFileLedger({ folder: folder.path, account, files, processes: table(pid) });
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const faulty = faultFiles(fault, stop);
  const reported: Reported = {};
  await Promise.race([work(open(2, faulty.files), reported), stopped]);
  end(2);

  const ledger = open(3);
  const found = { ada: await ledger.find(ada), earlier: await ledger.find(earlier) };
  const again = await ledger.begin(ada, attemptOf(ada), { known: found.ada });
  const isSettled =
    again.kind === 'began' && (await ledger.settle(again.id, { state: 'created', at: now, customerId: '8' }));
  await ledger.idle();
  const after = await open(4).find(ada);
  const account1 = join(folder.path, 'ledger', ledgerName);
  return { steps: faulty.steps, reported, found, again, isSettled, after, files: readdirSync(account1) };
}

/** What must hold, wherever the first process was stopped. */
function check(
  fault: Fault,
  { reported, found, again, isSettled, after, files }: Awaited<ReturnType<typeof crash>>,
) {
  const [entry, ...others] = found.ada;
  const where = JSON.stringify(fault);
  expect(others, where).toEqual([]);
  if (reported.settled)
    expect(entry, where).toMatchObject({ id: reported.began, state: 'created', customerId: '7' });
  else if (reported.began !== undefined) {
    expect(entry?.id, where).toBe(reported.began);
    expect(['unknown', 'created'], where).toContain(entry?.state);
    if (entry?.state === 'unknown') expect(entry.attempt, where).toEqual(attemptOf(ada));
  } else if (entry) expect(entry.state, where).toBe('unknown');
  expect(found.earlier, where).toMatchObject([{ state: 'unknown', attempt: attemptOf(earlier) }]);
  expect([again.kind, isSettled, after.length], where).toEqual(['began', true, found.ada.length + 1]);
  expect(
    files.filter(
      (name) => !/^(recent\.jsonl|settled\.(jsonl|index)|lock\.new-.*|settled\.index\.tmp)$/.test(name),
    ),
    where,
  ).toEqual([]);
}

async function leaveUnknown(ledger: FileLedger): Promise<void> {
  const begun = await ledger.begin(earlier, attemptOf(earlier), { known: [] });
  if (begun.kind === 'began') await ledger.settle(begun.id, { state: 'unknown', at: now });
  await ledger.idle();
}

async function leaveManySettled(ledger: FileLedger, folder: string): Promise<void> {
  await leaveUnknown(ledger);
  const at = now - 1000;
  writeSettledLines(join(folder, 'ledger', ledgerName), { count: 1800, at, salt: 'any' });
}

/** An index, and as many lines again that are not in it. */
async function leaveUnindexed(ledger: FileLedger, folder: string): Promise<void> {
  await leaveManySettled(ledger, folder);
  const other = subject({ name: 'Other' });
  const begun = await ledger.begin(other, attemptOf(other), { known: [] });
  if (begun.kind === 'began') await ledger.settle(begun.id, { state: 'rejected', at: now });
  const path = join(folder, 'ledger', ledgerName);
  const files = new AccountFiles(ledgerName, undefined, ledgerContext({ folder }));
  await files.locked(() => files.tidy());
  const [, ...lines] = readFileSync(join(path, 'settled.jsonl'), 'utf8').split('\n').slice(0, 1800);
  appendFileSync(join(path, 'settled.jsonl'), lines.map((line) => `${line.replace('"e', '"f')}\n`).join(''));
}

async function leaveExpired(ledger: FileLedger, folder: string): Promise<void> {
  await leaveUnknown(ledger);
  const at = now - 60 * 24 * 60 * 60_000;
  writeSettledLines(join(folder, 'ledger', ledgerName), { count: 1800, at, salt: 'any' });
}

const maxFaults = 200;
/** How many runs go on at once. */
const width = 16;

test.each([
  ['a small ledger', leaveUnknown],
  ['a ledger whose index is missing', leaveManySettled],
  ['a ledger whose settled entries have expired', leaveExpired],
  ['a ledger with an index that lacks many lines', leaveUnindexed],
] as const)(
  'a process stopped before or within any file operation loses nothing that was confirmed: %s',
  async (_name, prepare) => {
    using prepared = temporaryFolder();
    const processes = fakeProcesses().table(1);
    await prepare(createFileLedger({ folder: prepared.path, account, processes }), prepared.path);

    const { steps, reported } = await crash(undefined, prepared.path);
    expect(reported.done).toBe(true);
    const faults = steps.flatMap((name, at): Fault[] =>
      name === 'write'
        ? [
            { kind: 'stop', at },
            { kind: 'stop-half', at },
          ]
        : [{ kind: 'stop', at }],
    );
    // An index that is added to line by line takes thousands of steps, all alike.
    const stride = Math.ceil(faults.length / maxFaults);
    const tried = faults.filter((_, index) => index % stride === 0);
    for (let from = 0; from < tried.length; from += width) {
      const some = tried.slice(from, from + width);
      await Promise.all(some.map(async (fault) => check(fault, await crash(fault, prepared.path))));
    }
    expect(steps.length).toBeGreaterThan(100);
  },
  300_000,
);
