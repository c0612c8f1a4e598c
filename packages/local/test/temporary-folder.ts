import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory is a disk whose synchronizing costs nothing. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder of its own, removed with everything in it when the scope ends. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(parent, 'ledger-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}
