import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Machine } from './results.ts';

const systems: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/** What was measured on, and nothing that names it. */
export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    system: `${systems[process.platform] ?? process.platform} ${process.arch}`,
    node: process.versions.node,
  };
}

/** How many processes run or wait for a core, averaged over a minute; 0 where the system does not say. */
export function loadNow(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}
