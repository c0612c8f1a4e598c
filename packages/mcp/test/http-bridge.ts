import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Environment } from '@helpcrunch-customer-kit/testing/run-program';
import { type Served, serve } from '@helpcrunch-customer-kit/testing/servers';
import { program } from './connect.ts';

/** Serves the built server over HTTP, message by message: the protocol's own tests speak nothing else. */
export async function bridge(env: Environment): Promise<Served> {
  const children: ChildProcess[] = [];
  const waiting = new Map<string, (line: string) => void>();

  function start(): ChildProcess {
    const child = spawn(process.execPath, [program], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    children.push(child);
    if (!child.stdout) throw new Error('no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      waiting.get(`${children.indexOf(child)} ${JSON.parse(line).id}`)?.(line);
    });
    return child;
  }

  const served = await serve(async (request, response) => {
    // Standard streams have no second channel for what a server begins.
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const message = JSON.parse(await text(request));
    if (message.method === 'initialize') start();
    const session =
      message.method === 'initialize' ? children.length - 1 : Number(request.headers['mcp-session-id']);
    children[session]?.stdin?.write(`${JSON.stringify(message)}\n`);
    if (message.id === undefined) return void response.writeHead(202).end();
    const line = await new Promise<string>((resolve) => waiting.set(`${session} ${message.id}`, resolve));
    response
      .writeHead(200, { 'content-type': 'application/json', 'mcp-session-id': String(session) })
      .end(line);
  });
  return {
    ...served,
    async [Symbol.asyncDispose]() {
      for (const child of children) child.kill('SIGKILL');
      await served[Symbol.asyncDispose]();
    },
  };
}
