import { readFile } from 'node:fs/promises';

/** What a process has used, as Linux counts it; NaN elsewhere. */
export interface ProcessUse {
  /** Megabytes held now, and at most so far. */
  readonly memory: { readonly now: number; readonly most: number };
  /** Milliseconds of processor time, all threads together; unlike the clock, it does not count what others do. */
  readonly processor: number;
}

export async function processUse(pid: number | undefined): Promise<ProcessUse> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The 14th and 15th field, counted from behind the name, which may hold blanks; in hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    memory: { now: megabytes('VmRSS'), most: megabytes('VmHWM') },
    processor: (Number(fields[11]) + Number(fields[12])) * 10,
  };
}
