import { expect, test } from 'vitest';
import { runLedgerProcess } from '../../test/run-ledger-process.ts';
import { account, attemptOf, subject } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { createFileLedger } from './file-ledger.ts';
import { openHistory } from './history.ts';

test('begin: of processes that create the same customers at once, one gets each', async () => {
  using folder = temporaryFolder();
  const names = Array.from({ length: 40 }, (_, index) => `customer ${index}`);
  const task = { folder: folder.path, names, onlyNew: true };
  const runs = await Promise.all([1, 2, 3].map(() => runLedgerProcess(task)));
  const reports = runs.flatMap((run) => run.reports);
  const began = reports.filter(({ kind }) => kind === 'began').map(({ name }) => name);
  expect([runs.map(({ code }) => code), began.toSorted()]).toEqual([[0, 0, 0], names.toSorted()]);
  expect(reports.filter(({ kind }) => kind === 'not-writable' || kind === 'not-settled')).toEqual([]);
  const { entries } = await openHistory({ folder: folder.path }).list();
  expect(entries.map(({ customerId }) => customerId).toSorted()).toEqual(names.toSorted());
});

test('begin: processes that create different customers at once lose none', async () => {
  using folder = temporaryFolder();
  const tasks = ['a', 'b', 'c'].map((letter) =>
    Array.from({ length: 25 }, (_, index) => `${letter} ${index}`),
  );
  const runs = await Promise.all(tasks.map((names) => runLedgerProcess({ folder: folder.path, names })));
  expect(runs.flatMap(({ reports }) => reports.filter(({ kind }) => kind === 'settled'))).toHaveLength(75);
  for (const name of tasks.flat()) {
    const ledger = createFileLedger({ folder: folder.path, account });
    expect(await ledger.find(subject({ name }))).toMatchObject([{ state: 'created', customerId: name }]);
  }
});

// The steps of a create; each of them is tried without a process of its own in crash.test.ts.
const kills = Array.from({ length: 14 }, (_, index) => 3 + index * 8);

test('a process that is killed (SIGKILL) loses nothing that it confirmed, and its locks are taken over', async () => {
  using folder = temporaryFolder();
  const began = new Map<string, string>();
  for (const [index, killAt] of kills.entries()) {
    const name = `customer ${index}`;
    const { reports, signal } = await runLedgerProcess({
      folder: folder.path,
      names: [name, 'another'],
      killAt,
    });
    expect(signal, `killed at ${killAt}`).toBe('SIGKILL');
    const ledger = createFileLedger({ folder: folder.path, account });
    const found = await ledger.find(subject({ name }));
    const reported = reports.filter((report) => report.name === name).map(({ kind }) => kind);
    const states = found.map(({ state }) => state);
    if (reported.includes('settled')) expect(states, `killed at ${killAt}`).toEqual(['created']);
    else if (reported.includes('began')) {
      expect(['unknown', 'created'], `killed at ${killAt}`).toContain(states.join());
      began.set(name, found[0]?.id ?? '');
    } else expect(['', 'unknown'], `killed at ${killAt}`).toContain(states.join());
    const next = subject({ name: `after ${index}` });
    expect(await ledger.begin(next, attemptOf(next), { known: [] })).toMatchObject({ kind: 'began' });
    await ledger.idle();
  }
  expect(began.size).toBeGreaterThan(0);
});
