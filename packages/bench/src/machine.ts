import { availableParallelism, cpus, totalmem } from 'node:os';
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
