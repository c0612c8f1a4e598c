import { uptime } from 'node:os';

/**
 * True when a process that was there at a moment, in milliseconds since 1970, may still be. A number from before the
 * machine was started is another program's by now.
 */
export function isProcessAlive(pid: number, seenAt: number): boolean {
  if (seenAt < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
