import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 collect early instead of growing: every edit makes a tree anew and drops the last one, and without this a
 * server that needs 80 MB takes 300 on a large machine.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=1');
}
