import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { systemFiles } from './durable-files.ts';
import { defaultLockWait, withLock } from './lock.ts';

const token = '7e6fd2b9-5b1c-4ee5-9e6e-0d9f4a6f2c11';

function locks() {
  const folder = temporaryFolder();
  const processes = fakeProcesses();
  const path = join(folder.path, 'lock');
  const contextOf = (pid: number, files = systemFiles) => ({
    files,
    processes: processes.table(pid),
    takeOver: false,
    lockWait: defaultLockWait,
  });
  return {
    folder: folder.path,
    path,
    processes,
    contextOf,
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

test('withLock: of many that find a lock whose holder is gone, one at a time gets it', async () => {
  using here = locks();
  for (let round = 0; round < 5; round += 1) {
    writeFileSync(here.path, JSON.stringify({ token, pid: 99, start: '99', host: 'here' }));
    here.processes.end(99);
    let inside = 0;
    let most = 0;
    const act = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await setImmediate();
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 12 }, (_, pid) => withLock(here.path, here.contextOf(pid), act)));
    expect([most, readdirSync(here.folder)]).toEqual([1, []]);
  }
});

test('withLock: an empty lock that a power cut left is taken over, and one written since the start is not', async () => {
  using here = locks();
  writeFileSync(here.path, '');
  const context = { ...here.contextOf(1), lockWait: { alive: 0, unknown: 0 } };
  await expect(withLock(here.path, context, async () => 'done')).rejects.toThrow('an unknown program');
  const longAgo = new Date('2020-01-01');
  utimesSync(here.path, longAgo, longAgo);
  expect(await withLock(here.path, context, async () => 'done')).toBe('done');
  expect(readdirSync(here.folder)).toEqual([]);
});

test('withLock: a holder that was killed while it took over another is taken over itself', async () => {
  using here = locks();
  const second = '0b5a1c1e-1f0a-4d0f-8d8e-3f1f5f1e7a55';
  writeFileSync(here.path, JSON.stringify({ token, pid: 98, start: '98', host: 'here' }));
  writeFileSync(
    `${here.path}.${token}`,
    JSON.stringify({ token: second, pid: 99, start: '99', host: 'here' }),
  );
  here.processes.end(98);
  here.processes.end(99);
  expect(await withLock(here.path, here.contextOf(1), async () => 'done')).toBe('done');
  expect(readdirSync(here.folder)).toEqual([]);
});

test('withLock: the lock is gone after a failure, and the failure is passed on', async () => {
  using here = locks();
  const failing = withLock(here.path, here.contextOf(1), () => Promise.reject(new Error('inside')));
  await expect(failing).rejects.toThrow('inside');
  expect(readdirSync(here.folder)).toEqual([]);
});

test('withLock: a holder whose lock was taken over does not remove the lock of the next one', async () => {
  using here = locks();
  const other = JSON.stringify({ token, pid: 5, start: '5', host: 'here' });
  await withLock(here.path, here.contextOf(1), async () => writeFileSync(here.path, other));
  expect(readFileSync(here.path, 'utf8')).toBe(other);
});

test('withLock: a file system without hard links is locked, too', async () => {
  using here = locks();
  const link = async () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' }));
  const files = { ...systemFiles, link };
  let order = '';
  const act = (letter: string) => async () => {
    order += letter;
    await setImmediate();
    order += letter;
  };
  await Promise.all(
    ['a', 'b', 'c'].map((letter, pid) => withLock(here.path, here.contextOf(pid, files), act(letter))),
  );
  expect([[...order].toSorted().join(''), /^(aa|bb|cc){3}$/.test(order)]).toEqual(['aabbcc', true]);
  expect(readdirSync(here.folder)).toEqual([]);
});
