import type { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { localFiles } from './local-files.ts';
import { internalErrorLog } from './server/requests.ts';
import type { Runtime } from './server/runtime.ts';
import { startServer } from './server/start-server.ts';

/** What a caller can add: the schema's features and the address of the rules. */
export interface NodeServerOptions extends Pick<Runtime, 'schemaFeatures' | 'rulesUrl'> {
  /** Connected; the process ends with it. */
  readonly socket?: Socket;
}

/** Serves over the socket, or over the transport of the command line: `--stdio` or `--node-ipc`. */
export function startNodeServer({ socket, ...options }: NodeServerOptions = {}): void {
  fitHeap(0);
  const connection = socket ? createConnection(socket, socket) : createConnection();
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => connection.console.error(internalErrorLog('the server', error)));
  }
  startServer(connection, {
    now: Date.now,
    soon: (run) => void setImmediate(run),
    files: localFiles,
    onOpenText: fitHeap,
    ...options,
  });
}

/** With more characters of open text, speed matters more than memory. */
const largeText = 64 * 1024;

/**
 * Sizes V8's heap for the characters of open text. Every edit creates a new tree and drops the last one: with the
 * defaults, a server that needs 75 MB for small files takes 230 MB on a large machine; with a small heap, a large file
 * takes three times as long to validate.
 */
function fitHeap(characters: number): void {
  const isLarge = characters > largeText;
  setFlagsFromString(isLarge ? '--no-optimize-for-size' : '--optimize-for-size');
  setFlagsFromString(`--semi-space-growth-factor=${isLarge ? 2 : 1}`);
  setFlagsFromString(`--heap-growing-percent=${isLarge ? 50 : 0}`);
}
