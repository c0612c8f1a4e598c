import { createMemoryLedger, type LedgerEntry, type OutcomeName } from '@helpcrunch-customer-kit/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { account, attemptOf, subject } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { createFileLedger } from './file-ledger.ts';

const subjects = [
  { name: 'Ada' },
  { name: 'Ada', email: 'a@example.com' },
  { name: 'Grace', email: 'a@example.com' },
  { name: 'Ada', userId: 'u-1', email: 'a@example.com' },
  { name: 'Grace', userId: 'u-1' },
  { name: 'Grace', userId: 'u-2', email: 'b@example.com' },
].flatMap((request) =>
  [undefined, 'key-1', 'key-2'].map((idempotencyKey) => ({
    ...subject(request),
    idempotencyKey,
    isRow: idempotencyKey === 'key-2',
  })),
);

const states: OutcomeName[] = ['created', 'rejected', 'not-sent', 'unknown', 'rate-limited', 'blocked'];

const subjectIndex = fc.nat(subjects.length - 1);
const process = fc.nat(2);
const command = fc.oneof(
  // `classified`: what the caller saw right before; else what it saw at its last look, or nothing.
  fc.record({
    kind: fc.constant('begin' as const),
    process,
    who: subjectIndex,
    classified: fc.constantFrom('now', 'before', 'never'),
  }),
  fc.record({
    kind: fc.constant('settle' as const),
    process,
    pick: fc.nat(),
    state: fc.constantFrom(...states),
  }),
  fc.record({ kind: fc.constant('resend' as const), process, pick: fc.nat() }),
  fc.record({ kind: fc.constant('find' as const), process, who: subjectIndex }),
  fc.record({ kind: fc.constant('reopen' as const), process }),
  fc.record({ kind: fc.constant('idle' as const), process }),
  fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.integer({ min: -5000, max: 30_000 }) }),
);

/** A created, rejected or otherwise settled entry is not settled again, and only by its own run sent again. */
const isOpen = (state: string | undefined) =>
  state === 'sending' || state === 'unknown' || state === 'rate-limited';

test('three processes with one ledger on disk answer as one ledger in memory does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (commands) => {
      using folder = temporaryFolder();
      const { table } = fakeProcesses();
      const clock = { now: 1_790_000_000_000 };
      const now = () => clock.now;
      const open = (pid: number) =>
        createFileLedger({ folder: folder.path, account, now, elapsed: now, processes: table(pid) });
      const ledgers = [open(0), open(1), open(2)];
      const memory = createMemoryLedger({ now });
      /** IDs in memory and on disk. */
      const ids = new Map<string, { readonly disk: string; readonly who: number }>();
      const stateOf = new Map<string, string>();
      const seen = subjects.map(() => ({
        disk: [] as readonly LedgerEntry[],
        memory: [] as readonly LedgerEntry[],
      }));
      const named = (entries: readonly LedgerEntry[]) =>
        entries
          .map(({ id, ...entry }) => ({ id: ids.get(id)?.disk ?? id, ...entry }))
          .toSorted((one, other) => one.id.localeCompare(other.id));

      const look = async (ledger: (typeof ledgers)[number], who: number) => {
        const what = subjects[who];
        if (!what) throw new Error('a subject');
        const [onDisk, inMemory] = [await ledger.find(what), await memory.find(what)];
        expect(named(onDisk)).toEqual(named(inMemory));
        return { what, onDisk, inMemory };
      };

      for (const each of commands) {
        const ledger = ledgers['process' in each ? each.process : 0];
        if (!ledger) throw new Error('a ledger');
        switch (each.kind) {
          case 'begin': {
            const before = seen[each.who];
            const { what, onDisk, inMemory } = await look(ledger, each.who);
            // A caller that sees one being sent stops there.
            if (!before || inMemory.some(({ state }) => state === 'sending')) break;
            const classified = { disk: onDisk, memory: inMemory };
            const known =
              each.classified === 'now'
                ? classified
                : each.classified === 'before'
                  ? before
                  : { disk: [], memory: [] };
            const attempt = attemptOf(what, clock.now);
            const disk = await ledger.begin(what, attempt, { known: known.disk });
            const inside = await memory.begin(what, attempt, { known: known.memory });
            expect(disk.kind).toBe(inside.kind);
            seen[each.who] = classified;
            if (disk.kind !== 'began' || inside.kind !== 'began') break;
            ids.set(inside.id, { disk: disk.id, who: each.who });
            stateOf.set(inside.id, 'sending');
            break;
          }
          case 'settle':
          case 'resend': {
            const wanted = [...ids].filter(([id]) =>
              each.kind === 'settle' ? isOpen(stateOf.get(id)) : stateOf.get(id) === 'rate-limited',
            );
            const [id, entry] = wanted[each.pick % wanted.length] ?? [];
            if (id === undefined || !entry) break;
            if (each.kind === 'settle') {
              const settlement = {
                state: each.state,
                at: clock.now,
                ...(each.state === 'created' ? { customerId: '7' } : {}),
              };
              expect(await ledger.settle(entry.disk, settlement)).toBe(await memory.settle(id, settlement));
              stateOf.set(id, each.state);
            } else {
              const { what, onDisk, inMemory } = await look(ledger, entry.who);
              if (inMemory.some(({ state }) => state === 'sending')) break;
              const attempt = attemptOf(what, clock.now);
              const disk = await ledger.begin(what, attempt, {
                known: onDisk,
                id: entry.disk,
              });
              const inside = await memory.begin(what, attempt, { known: inMemory, id });
              expect([disk.kind, inside.kind]).toEqual(['began', 'began']);
              stateOf.set(id, 'sending');
            }
            break;
          }
          case 'find':
            await look(ledger, each.who);
            break;
          case 'reopen':
            await ledger.idle();
            ledgers[each.process] = open(each.process);
            break;
          case 'idle':
            await ledger.idle();
            break;
          case 'wait':
            clock.now += each.milliseconds;
            break;
          default: {
            const unreachable: never = each;
            throw new Error(unreachable);
          }
        }
      }
      await Promise.all(ledgers.map((ledger) => ledger.idle()));
      for (const who of subjects.keys()) await look(open(3), who);
    }),
    { numRuns: 300 },
  );
});
