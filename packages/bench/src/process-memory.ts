import { readFileSync } from 'node:fs';

/** Megabytes that a process has held at most so far, as Linux counts them; undefined elsewhere. */
export function peakMemory(pid: number): number | undefined {
  return megabytes(pid, 'VmHWM');
}

/** Megabytes that a process holds now. */
export function memoryNow(pid: number): number | undefined {
  return megabytes(pid, 'VmRSS');
}

function megabytes(pid: number, row: string): number | undefined {
  try {
    const kilobytes = new RegExp(`${row}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
