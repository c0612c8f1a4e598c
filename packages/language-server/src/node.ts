import { createConnection } from 'vscode-languageserver/node';
import { fitHeap } from './node/fit-heap.ts';
import { localFiles } from './node/local-files.ts';
import { crashLog } from './server/crash-log.ts';
import type { Runtime } from './server/runtime.ts';
import { startServer } from './server/start-server.ts';

/** What a main may add: the schema's part, and where the rules stand. */
export type NodeServerOptions = Pick<Runtime, 'schemaFeatures' | 'rulesUrl'>;

/** Serves over the transport that the command line names: `--stdio`, `--node-ipc`, `--socket` or `--pipe`. */
export function startNodeServer(options: NodeServerOptions = {}): void {
  fitHeap(0);
  const connection = createConnection();
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => connection.console.error(crashLog('the server', error)));
  }
  startServer(connection, {
    now: Date.now,
    soon: (run) => void setImmediate(run),
    files: localFiles,
    textIsOpen: fitHeap,
    ...options,
  });
}
