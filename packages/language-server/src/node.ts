import { readdir, readFile, stat } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isCustomerFileName } from '@helpcrunch-customer-kit/core';
import { createConnection } from 'vscode-languageserver/node';
import type { CustomerFiles, Runtime } from './protocol.ts';
import { internalErrorLog } from './server/requests.ts';
import { startServer } from './server/start-server.ts';

/** What a caller can add: the schema's features and the address of the rules. */
export interface NodeServerOptions extends Pick<Runtime, 'schemaFeatures' | 'rulesUrl'> {
  /** Connected; the process ends with it. */
  readonly socket?: Socket;
}

/** Serves over the socket, or over the transport of the command line: `--stdio` or `--node-ipc`. */
export function startNodeServer({ socket, ...options }: NodeServerOptions = {}): void {
  keepHeapSmall();
  const connection = socket ? createConnection(socket, socket) : createConnection();
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => connection.console.error(internalErrorLog('the server', error)));
  }
  startServer(connection, {
    now: Date.now,
    soon: (run) => void setImmediate(run),
    files: localFiles,
    ...options,
  });
}

/**
 * A large machine gives V8's heap so much room that a server which needs 75 MB takes 200 MB and more. An edit leaves little
 * garbage, since only the customer that it touched is read again.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** A search stops here in a folder of any size. */
const [maxFolders, maxFiles, maxBytes] = [2000, 500, 256 * 1024];
/** Folders with many files and no customers. */
const skipped = /^(?:\..+|node_modules|dist|out|build|target|vendor)$/;

/** Customer files on the local disk. */
export const localFiles: CustomerFiles = {
  async list(folder) {
    if (!folder.startsWith('file:')) return [];
    const found: string[] = [];
    const folders = [fileURLToPath(folder)];
    for (let at = 0; at < folders.length && at < maxFolders && found.length < maxFiles; at += 1) {
      const current = folders[at] ?? '';
      for (const entry of await readdir(current, { withFileTypes: true }).catch(() => [])) {
        const path = join(current, entry.name);
        if (entry.isDirectory() && !skipped.test(entry.name)) folders.push(path);
        else if (entry.isFile() && isCustomerFileName(entry.name)) found.push(pathToFileURL(path).href);
      }
    }
    return found;
  },
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      return (await stat(path)).size > maxBytes ? undefined : await readFile(path, 'utf8');
    } catch {
      // Deleted since it was listed, or not readable.
      return undefined;
    }
  },
};
