import { readFile } from 'node:fs/promises';

/** Megabytes of memory that a process holds, now and at most, as Linux counts them; NaN elsewhere. */
export async function residentMemory(pid: number | undefined): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
