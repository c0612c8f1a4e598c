import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { SandboxStorage } from '../sandbox.ts';
import type { StoreChange } from './customer-store.ts';

/** The file has a line that is not a change of a sandbox. */
export class StoreFileError extends Error {
  override name = 'StoreFileError';
}

/**
 * Keeps a sandbox's customers in a file, one change a line (JSON Lines). A change is in the file before its response is
 * sent. For one sandbox at a time.
 *
 * @throws StoreFileError for a file of another program; Node's own error when the file cannot be opened.
 */
export function openStoreFile(path: string): SandboxStorage {
  const file = openSync(path, 'a+', 0o600);
  const text = readFileSync(path, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  const changes = text
    .slice(0, end)
    .split('\n')
    .slice(0, -1)
    .map((line, index) => readChange(line, path, index + 1));
  // A process that was killed while writing leaves an incomplete last line: its response was never sent.
  if (end < text.length) {
    if (changes.length === 0 && !'{"type":"'.startsWith(text.slice(0, 9))) {
      throw notAStore(path, 1);
    }
    ftruncateSync(file, Buffer.byteLength(text.slice(0, end)));
  }
  const { dev, ino, birthtimeMs } = fstatSync(file);
  return {
    id: `file-${dev}-${ino}-${Math.round(birthtimeMs)}`,
    changes,
    append: (change) => void writeSync(file, `${JSON.stringify(change)}\n`),
    close: () => closeSync(file),
  };
}

function readChange(line: string, path: string, lineNumber: number): StoreChange {
  try {
    const change = JSON.parse(line) as Partial<StoreChange> | null;
    if (change?.type === 'reset') {
      return { type: 'reset' };
    }
    if (change?.type === 'deleted' && typeof change.id === 'number') {
      return { type: 'deleted', id: change.id };
    }
    if (change?.type === 'created' && typeof change.customer?.id === 'number') {
      return { type: 'created', customer: change.customer };
    }
  } catch {
    // Reported below.
  }
  throw notAStore(path, lineNumber);
}

function notAStore(path: string, lineNumber: number): StoreFileError {
  return new StoreFileError(`Not a sandbox store: ${path}, line ${lineNumber}. Use another file.`);
}
