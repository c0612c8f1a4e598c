import type { Liveness, ProcessTable } from '../src/ledger/process-identity.ts';

/** Processes of one machine, by number; those that were ended are gone. */
export function fakeProcesses() {
  const ended = new Set<number>();
  const table = (pid: number, host = 'here'): ProcessTable => ({
    own: { pid, start: String(pid), host },
    livenessOf: (other): Liveness => {
      if (other.host !== host) return 'cannot-tell';
      return ended.has(other.pid) ? 'gone' : 'alive';
    },
  });
  return { table, end: (pid: number) => ended.add(pid) };
}
