#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { startNodeServer } from '../node.ts';

const usage = `helpcrunch-language-server: the language server for HelpCrunch customer files.

  --stdio          use standard input and output
  --node-ipc       use the channel of the Node process that started it
  --socket=PORT    connect to a port of 127.0.0.1 that the editor listens on
  --pipe=NAME      connect to a named pipe that the editor listens on

  --version        show the version
  --help           show this
`;

const [first = '', second] = process.argv.slice(2);
const [flag, value = second] = first.split(/=(.*)/s);

switch (flag) {
  case '--stdio':
    start();
    break;
  case '--node-ipc':
    if (process.send) start();
    else fail('--node-ipc works only in a process that Node started with a channel.', 2);
    break;
  case '--socket':
    if (isPort(value)) startOn(connect(Number(value), '127.0.0.1'), `port ${value} of 127.0.0.1`);
    else fail('--socket needs a port from 1 to 65535. Example: --socket=7000', 2);
    break;
  case '--pipe':
    if (value) startOn(connect(value), `the pipe ${value}`);
    else fail('--pipe needs the name of a pipe. Example: --pipe=/tmp/editor.sock', 2);
    break;
  case '--version': {
    const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    process.stdout.write(`${JSON.parse(manifest).version}\n`);
    break;
  }
  case '--help':
    process.stdout.write(usage);
    break;
  default:
    fail(usage.trimEnd(), 2);
}

function start(socket?: Socket): void {
  startNodeServer({
    schemaFeatures: async () => (await import('../schema-features.ts')).createSchemaFeatures(),
    rulesUrl: new URL('rules.md', import.meta.url).href,
    ...(socket ? { socket } : {}),
  });
}

/** The LSP library exits with 0 when it cannot connect, so the socket is connected here. */
function startOn(socket: Socket, address: string): void {
  const refuse = ({ message }: Error) =>
    fail(`Cannot connect to ${address}: ${message}. Start the editor's side first.`, 1);
  socket.once('error', refuse);
  socket.once('connect', () => {
    socket.off('error', refuse);
    start(socket);
  });
}

function isPort(text: string | undefined): boolean {
  return /^\d{1,5}$/.test(text ?? '') && Number(text) > 0 && Number(text) <= 65_535;
}

function fail(message: string, exitCode: number): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
