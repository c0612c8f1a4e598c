import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { hasCode } from './durable-files.ts';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** On Linux `BOOT/NAMESPACE/TICKS` as the kernel knows them, elsewhere milliseconds since 1970. */
  readonly start: string;
  readonly host: string;
}

/** `cannot-tell` for a process of another machine or container. */
export type Liveness = 'alive' | 'gone' | 'cannot-tell';

export interface ProcessTable {
  readonly own: ProcessIdentity;
  livenessOf(process: ProcessIdentity): Liveness;
}

/** Clocks that are set move what is measured from them, in milliseconds. */
export const startTolerance = 60_000;

/** The processes of this machine. */
export function systemProcesses(): ProcessTable {
  const { pid } = process;
  const host = hostname();
  const stat = readStat(pid);
  const boot = readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  if (stat && boot) {
    const namespace = readOr(() => readlinkSync('/proc/self/ns/pid'))?.replaceAll(/\D/g, '') ?? '';
    const own = { pid, start: `${boot}/${namespace}/${stat.ticks}`, host };
    return { own, livenessOf: (other) => livenessOnLinux(own, other) };
  }
  const own = { pid, start: String(Math.round(Date.now() - process.uptime() * 1000)), host };
  return { own, livenessOf: (other) => livenessElsewhere(own, other) };
}

function livenessOnLinux(own: ProcessIdentity, other: ProcessIdentity): Liveness {
  const [boot, namespace] = own.start.split('/');
  const [otherBoot, otherNamespace, ticks] = other.start.split('/');
  // A machine may change its name while it runs; nothing else has its boot ID.
  if (boot !== otherBoot) return own.host === other.host ? 'gone' : 'cannot-tell';
  if (namespace !== otherNamespace) return 'cannot-tell';
  const stat = readStat(other.pid);
  return stat?.ticks === ticks && !stat?.hasEnded ? 'alive' : 'gone';
}

/** Where the start time of a process is unknown, a process ID in use counts as the same process. */
function livenessElsewhere(own: ProcessIdentity, other: ProcessIdentity): Liveness {
  if (own.host !== other.host) return 'cannot-tell';
  const start = Number(other.start);
  if (start < Date.now() - uptime() * 1000 - startTolerance) return 'gone';
  if (other.pid === own.pid && Math.abs(start - Number(own.start)) > startTolerance) return 'gone';
  try {
    process.kill(other.pid, 0);
    return 'alive';
  } catch (error) {
    // It is there, and belongs to another user.
    return hasCode(error, 'EPERM') ? 'alive' : 'gone';
  }
}

/** From `/proc/PID/stat`; the name in it may contain blanks and parentheses (proc(5)). */
function readStat(pid: number): { readonly ticks: string; readonly hasEnded: boolean } | undefined {
  const text = readOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const [state, ...fields] = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
  // Field 22, counted from 1; the state is field 3.
  const ticks = fields[18];
  return ticks === undefined ? undefined : { ticks, hasEnded: state === 'Z' || state === 'X' };
}

function readOr(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
