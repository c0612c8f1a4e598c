import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Runtime } from '../../src/protocol.ts';
import { createSchemaFeatures } from '../../src/schema-features.ts';
import { startServer } from '../../src/server/start-server.ts';
import { now } from '../documents.ts';
import { type Client, type ClientOptions, connectClient } from './client.ts';

/** A server in this process, connected by a pair of streams. */
export async function connectInBand(
  options: ClientOptions = {},
  runtime: Partial<Runtime> = {},
): Promise<Client> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(connection, {
    now: () => now,
    soon: (run) => void setImmediate(run),
    schemaFeatures: async () => createSchemaFeatures(),
    rulesUrl: 'file:///rules.md',
    ...runtime,
  });
  const client = await connectClient(toClient, toServer, options);
  return {
    ...client,
    // `exit` would end the test process.
    async end() {
      await client.connection.sendRequest('shutdown');
      client.connection.dispose();
      connection.dispose();
    },
  };
}
