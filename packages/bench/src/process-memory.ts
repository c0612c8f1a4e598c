import { readFileSync } from 'node:fs';

/** Megabytes that a process holds now (`VmRSS`), or held at most (`VmHWM`). Undefined outside Linux. */
export function processMemory(pid: number, row: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    const kilobytes = new RegExp(`${row}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
