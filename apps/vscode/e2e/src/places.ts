import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const e2e = fileURLToPath(new URL('..', import.meta.url));

/** The extension's own folder. */
export const extensionFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What the tests leave to be looked at: screenshots and logs. Not under version control. */
export const artefacts = join(e2e, 'artefacts');

export function packageFolder(name: string): string {
  return join(e2e, 'node_modules', ...name.split('/'));
}

/** A new folder of its own; short, since sockets stand in it and their paths must be. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hck-'));
}
