import { spawnSync } from 'node:child_process';
import { uptime } from 'node:os';
import { expect, test } from 'vitest';
import { isProcessAlive } from './process-alive.ts';

test('this process is alive', () => {
  expect(isProcessAlive(process.pid, Date.now())).toBe(true);
});

test('a process that has ended is not', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(isProcessAlive(pid, Date.now())).toBe(false);
});

test('what was there before the machine was started is not', () => {
  expect(isProcessAlive(process.pid, Date.now() - (uptime() + 60) * 1000)).toBe(false);
});
