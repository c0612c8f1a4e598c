import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Client, type ClientOptions, connectClient } from './client.ts';

export const builtServer: string = fileURLToPath(
  new URL('../../dist/bin/helpcrunch-language-server.js', import.meta.url),
);

export interface BuiltClient extends Client {
  readonly server: ChildProcess;
}

/** The built program over its standard streams, as Neovim, Helix and Zed start it. */
export async function connectBuilt(options: ClientOptions = {}): Promise<BuiltClient> {
  const server = spawn(process.execPath, [builtServer, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = await connectClient(server.stdout, server.stdin, options);
  return {
    ...client,
    server,
    async end() {
      const gone = once(server, 'exit');
      await client.end();
      await gone;
    },
  };
}
