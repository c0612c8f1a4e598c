import process from 'node:process';
import { type Command, greeting, helpText, readArguments } from './arguments.ts';
import { createSandbox, type Sandbox } from './index.ts';
import { type Listener, listen } from './listen.ts';
import { openStoreFile, StoreFileError } from './store/store-file.ts';

const command = readArguments(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    process.stdout.write(helpText());
    break;
  case 'usage-error':
    process.stderr.write(`${command.message}\n`);
    process.exitCode = 2;
    break;
  case 'run':
    await run(command);
    break;
  default: {
    const unreachable: never = command;
    throw new Error(`unknown command: ${JSON.stringify(unreachable)}`);
  }
}

/** Listens until Ctrl+C. Exits with 1 if it cannot read its store or listen on its port. */
async function run(run: Extract<Command, { kind: 'run' }>): Promise<void> {
  let sandbox: Sandbox;
  let listener: Listener;
  try {
    sandbox = openSandbox(run);
  } catch (error) {
    return fail(error instanceof StoreFileError ? error.message : `Cannot open ${run.store}: ${error}`);
  }
  try {
    listener = await listen(sandbox, { port: run.port });
  } catch (error) {
    sandbox.close();
    return fail(listenErrorMessage(error, run.port));
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void listener.close().then(() => sandbox.close()));
  }
  process.stdout.write(greeting(listener.baseUrl, run.scenario));
}

function openSandbox({
  scenario,
  store,
  speed,
  faults,
  webhook,
}: Extract<Command, { kind: 'run' }>): Sandbox {
  return createSandbox({
    ...(scenario === undefined ? {} : { scenario }),
    ...(store === undefined ? {} : { storage: openStoreFile(store) }),
    ...(speed === undefined ? {} : { speed }),
    ...(faults === undefined ? {} : { faults: { seed: faults } }),
    ...(webhook === undefined ? {} : { webhook: { url: webhook } }),
  });
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

function listenErrorMessage(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Use another port, or --port 0 for a free one.`;
    case 'EACCES':
      return `No permission to use port ${port}. Use a port above 1023, or --port 0 for a free one.`;
    default:
      return `Cannot listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
