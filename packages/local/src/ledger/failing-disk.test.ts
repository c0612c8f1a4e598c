import { chmodSync, constants, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { faultFiles } from '../../test/fault-files.ts';
import { account, ada, attemptOf, grace, ledgerName } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { systemFiles } from './durable-files.ts';
import { createFileLedger, type FileLedger } from './file-ledger.ts';

const created = { state: 'created', at: 6, customerId: '7' } as const;
const processes = fakeProcesses().table(1);

async function create(ledger: FileLedger) {
  const begun = await ledger.begin(ada, attemptOf(ada), { known: [] });
  const settled = begun.kind === 'began' && (await ledger.settle(begun.id, created));
  const found = await ledger.find(ada);
  await ledger.idle();
  return { begun, settled, found };
}

const width = 16;

test.each(['ENOSPC', 'EIO'])(
  '%s at any file operation is a value, and what was confirmed stays',
  async (code) => {
    using prepared = temporaryFolder();
    const first = createFileLedger({ folder: prepared.path, account, processes });
    await first.begin(grace, attemptOf(grace), { known: [] });
    const run = async (at: number, forever: boolean) => {
      using folder = temporaryFolder();
      cpSync(prepared.path, folder.path, { recursive: true });
      const { files, steps } = faultFiles({ kind: 'fail', at, code, forever });
      const ledger = createFileLedger({ folder: folder.path, account, processes, files });
      const { begun, settled, found } = await create(ledger);
      const where = `${code} at ${at}, ${forever ? 'from then on' : 'once'}`;
      if (begun.kind === 'began' && found.length > 0) {
        // This process knows how it ended, written or not; a read that fails finds nothing.
        expect(found, where).toMatchObject([{ id: begun.id, state: 'created', customerId: '7' }]);
      }
      if (begun.kind === 'not-writable')
        expect(begun.message, where).toMatch(/^(The disk is full|Can't use the ledger)/);
      else expect(begun.kind, where).toBe('began');
      const later = createFileLedger({ folder: folder.path, account, processes });
      const kept = await later.find(ada);
      if (settled) expect(kept, where).toMatchObject([{ state: 'created' }]);
      if (begun.kind === 'began') expect(kept, where).toHaveLength(1);
      expect(await later.find(grace), where).toMatchObject([{ state: 'sending' }]);
      return steps.length > at;
    };
    for (let at = 0, isReached = true; isReached; at += width) {
      const steps = Array.from({ length: width }, (_, index) => at + index);
      const runs = await Promise.all(steps.flatMap((step) => [run(step, false), run(step, true)]));
      isReached = runs.some(Boolean);
    }
  },
  300_000,
);

test('settle: what could not be written is written with the next create', async () => {
  using folder = temporaryFolder();
  let isFull = false;
  const files = {
    ...systemFiles,
    link: async (...values: Parameters<typeof systemFiles.link>) => {
      if (isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC', path: String(values[1]) });
      return systemFiles.link(...values);
    },
  };
  const ledger = createFileLedger({ folder: folder.path, account, processes, files });
  const begun = await ledger.begin(ada, attemptOf(ada), { known: [] });
  if (begun.kind !== 'began') throw new Error(begun.kind);
  isFull = true;
  const settled = await ledger.settle(begun.id, created);
  const other = () => createFileLedger({ folder: folder.path, account, processes });
  const before = [settled, (await ledger.find(ada))[0]?.state, (await other().find(ada))[0]?.state];
  isFull = false;
  await ledger.begin(grace, attemptOf(grace), { known: [] });
  expect([before, (await other().find(ada))[0]?.state]).toEqual([[false, 'created', 'sending'], 'created']);
});

test('begin: a write that fills the disk half leaves the file as it was', async () => {
  using folder = temporaryFolder();
  const good = createFileLedger({ folder: folder.path, account, processes });
  await good.begin(grace, attemptOf(grace), { known: [] });
  const path = join(folder.path, 'ledger', ledgerName, 'recent.jsonl');
  const before = readFileSync(path, 'utf8');
  const files = {
    ...systemFiles,
    open: async (...values: Parameters<typeof systemFiles.open>) => {
      const handle = await systemFiles.open(...values);
      if (values[1] === 'a') {
        const write = handle.write.bind(handle);
        const half = async (bytes: Uint8Array) => {
          await write(bytes, 0, 20);
          throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        };
        Object.assign(handle, { write: half });
      }
      return handle;
    },
  };
  const ledger = createFileLedger({ folder: folder.path, account, processes, files });
  expect(await ledger.begin(ada, attemptOf(ada), { known: [] })).toEqual({
    kind: 'not-writable',
    message: expect.stringMatching(/^The disk is full: can't write the ledger \(.+\)\. Free some space/),
  });
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test('begin: a device that is full (/dev/full) is "not-writable"', async () => {
  using folder = temporaryFolder();
  const ledger = createFileLedger({ folder: folder.path, account, processes });
  await ledger.begin(grace, attemptOf(grace), { known: [] });
  const files = {
    ...systemFiles,
    open: (path: string, flags: string, mode?: number) =>
      systemFiles.open(flags === 'a' ? '/dev/full' : path, flags, mode),
  } as typeof systemFiles;
  const full = createFileLedger({ folder: folder.path, account, processes, files });
  expect(await full.begin(ada, attemptOf(ada), { known: [] })).toMatchObject({
    kind: 'not-writable',
    message: expect.stringContaining('The disk is full'),
  });
});

test('begin: a state folder that cannot be made is "not-writable", and find is empty', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'file'), '');
  const ledger = createFileLedger({ folder: join(folder.path, 'file', 'state'), account, processes });
  expect([await ledger.find(ada), await ledger.settle('any', created)]).toEqual([[], false]);
  expect(await ledger.begin(ada, attemptOf(ada), { known: [] })).toEqual({
    kind: 'not-writable',
    message: expect.stringMatching(
      /^Can't use the ledger \(.+\): ENOTDIR\. Check its permissions, or set HELPCRUNCH_STATE_DIR/,
    ),
  });
});

const isReading = (flags: string | number) =>
  flags === 'r' || (typeof flags === 'number' && (flags & (constants.O_WRONLY | constants.O_RDWR)) === 0);

test.each([
  ['EROFS', /^The disk is read-only: .+ Set HELPCRUNCH_STATE_DIR to another folder\.$/],
  ['EACCES', /^No permission to use the ledger \(.+\)\. Check its permissions/],
])('begin: %s is "not-writable", and earlier entries are still found', async (code, message) => {
  using folder = temporaryFolder();
  const ledger = createFileLedger({ folder: folder.path, account, processes });
  await ledger.begin(grace, attemptOf(grace), { known: [] });
  const fail = async () => Promise.reject(Object.assign(new Error(code), { code }));
  const files = {
    ...systemFiles,
    open: (path: string, flags: string | number, mode?: number) =>
      isReading(flags) ? systemFiles.open(path, flags, mode) : fail(),
  } as typeof systemFiles;
  const readOnly = createFileLedger({ folder: folder.path, account, processes, files });
  expect(await readOnly.begin(ada, attemptOf(ada), { known: [] })).toEqual({
    kind: 'not-writable',
    message: expect.stringMatching(message),
  });
  expect(await readOnly.find(grace)).toMatchObject([{ state: 'sending' }]);
});

test('begin: existing folders and files that others can read are closed', async () => {
  using folder = temporaryFolder();
  const ledgers = join(folder.path, 'ledger');
  const own = join(ledgers, ledgerName);
  const ledger = createFileLedger({ folder: folder.path, account, processes });
  await ledger.begin(grace, attemptOf(grace), { known: [] });
  chmodSync(own, 0o755);
  chmodSync(join(own, 'recent.jsonl'), 0o644);
  await ledger.begin(ada, attemptOf(ada), { known: [] });
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect([modeOf(own), modeOf(join(own, 'recent.jsonl'))]).toEqual(['700', '600']);
});

test('begin: a folder of all ledgers that others can read is closed, too', async () => {
  using folder = temporaryFolder();
  const ledgers = join(folder.path, 'ledger');
  mkdirSync(ledgers, { mode: 0o755 });
  const ledger = createFileLedger({ folder: folder.path, account, processes });
  await ledger.begin(grace, attemptOf(grace), { known: [] });
  expect((statSync(ledgers).mode & 0o777).toString(8)).toBe('700');
});

test.runIf(process.platform === 'linux')(
  'begin: a state folder that takes no others is not writable, and not waited for (case 32)',
  async () => {
    const ledger = createFileLedger({ folder: '/proc', account });
    expect(await ledger.begin(ada, attemptOf(ada), { known: [] })).toMatchObject({ kind: 'not-writable' });
  },
);
