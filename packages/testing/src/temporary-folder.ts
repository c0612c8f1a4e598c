import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is deleted with everything in it at the end of the block that holds it. */
export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

const open = new Set<string>();
// A process that ends early leaves none behind either.
process.on('exit', () => open.forEach(remove));

export function temporaryFolder(parent = tmpdir()): TemporaryFolder {
  const path = mkdtempSync(join(parent, 'helpcrunch-test-'));
  open.add(path);
  return { path, [Symbol.dispose]: () => remove(path) };
}

function remove(path: string): void {
  // A program that was just ended may still be writing: deleting is tried again.
  rmSync(path, { recursive: true, force: true, maxRetries: 20 });
  open.delete(path);
}
