import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const e2e = fileURLToPath(new URL('..', import.meta.url));

export const repositoryFolder = fileURLToPath(new URL('../../../..', import.meta.url));

/** The extension's own folder. */
export const extensionFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Screenshots and measurements of a run. Not under version control. */
export const artifacts = join(e2e, 'artifacts');

export function packageFolder(name: string): string {
  return join(e2e, 'node_modules', ...name.split('/'));
}

/** A new folder, removed when the run ends. Its path is short, since paths of sockets must be. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hck-'));
  process.once('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // A process that was just killed may still write there.
    }
  });
  return folder;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('a listening server must have a port');
  return address.port;
}
