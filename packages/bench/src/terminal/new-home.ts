import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let all: string | undefined;

/** A home folder that nothing has been kept in yet; gone when the benchmark ends. */
export function newHome(): string {
  if (all === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'helpcrunch-bench-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    all = folder;
  }
  return mkdtempSync(join(all, 'home-'));
}
