import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server/start-server.ts';

/** Serves over the port of a web worker: its file only has to call `startWorkerServer(self)`. */
export function startWorkerServer(port: DedicatedWorkerGlobalScope | MessagePort): void {
  const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
  startServer(connection, { now: Date.now, soon: (run) => void setTimeout(run, 0) });
}
