import process from 'node:process';
import { greeting, helpText, readArguments } from './arguments.ts';
import { createSandbox, type ScenarioName } from './index.ts';
import { type Listener, listen } from './listen.ts';

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
    await run(command.port, command.scenario);
    break;
  default: {
    const unreachable: never = command;
    throw new Error(`unknown command: ${JSON.stringify(unreachable)}`);
  }
}

/** Listens until Ctrl+C. Exits with 1 if it cannot listen on the port. */
async function run(port: number, scenario: ScenarioName | undefined): Promise<void> {
  let listener: Listener;
  try {
    listener = await listen(createSandbox(scenario === undefined ? {} : { scenario }), { port });
  } catch (error) {
    process.stderr.write(`${listenErrorMessage(error, port)}\n`);
    process.exitCode = 1;
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void listener.close());
  }
  process.stdout.write(greeting(listener.baseUrl, scenario));
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
