import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { systemProcesses } from './process-identity.ts';

const { own, livenessOf } = systemProcesses();

test('livenessOf: this process is alive', () => {
  expect([own.pid, livenessOf(own), livenessOf({ ...own })]).toEqual([process.pid, 'alive', 'alive']);
});

test('livenessOf: a process that has ended is gone', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(livenessOf({ ...own, pid })).toBe('gone');
});

test.runIf(process.platform === 'linux')(
  'livenessOf: another process with the same number is gone',
  async () => {
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    try {
      await once(child, 'spawn');
      const ticks = Number(own.start.split('/')[2]);
      const started = own.start.replace(/\d+$/, String(ticks - 1));
      expect([livenessOf({ ...own, pid: child.pid ?? 0 }), livenessOf({ ...own, start: started })]).toEqual([
        'gone',
        'gone',
      ]);
    } finally {
      child.kill('SIGKILL');
    }
  },
);

test.runIf(process.platform === 'linux')(
  'livenessOf: before the last boot it is gone, whatever runs now',
  () => {
    const start = own.start.replace(/^[^/]+/, '00000000-0000-0000-0000-000000000000');
    expect([livenessOf({ ...own, start }), livenessOf({ ...own, start, host: 'elsewhere' })]).toEqual([
      'gone',
      'cannot-tell',
    ]);
  },
);

test.runIf(process.platform === 'linux')(
  'livenessOf: a machine that changed its name knows its processes',
  () => {
    expect(livenessOf({ ...own, host: 'yesterday' })).toBe('alive');
  },
);

test.runIf(process.platform === 'linux')(
  'livenessOf: returns unknown for a process of another container',
  () => {
    const [boot, , ticks] = own.start.split('/');
    expect(livenessOf({ ...own, start: `${boot}/1/${ticks}` })).toBe('cannot-tell');
  },
);
