import process from 'node:process';
import { readArguments } from './command-line/read-arguments.ts';
import { greeting, helpText } from './command-line/texts.ts';
import { createSandbox, type ScenarioName } from './index.ts';
import { type Listener, listen } from './listen.ts';

const command = readArguments(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    process.stdout.write(helpText());
    break;
  case 'wrong':
    process.stderr.write(`${command.sentence}\nTry --help.\n`);
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

/** Listens until Ctrl+C. A sandbox that cannot have its port says so and exits with 1. */
async function run(port: number, scenario: ScenarioName | undefined): Promise<void> {
  let listener: Listener;
  try {
    listener = await listen(createSandbox(scenario === undefined ? {} : { scenario }), { port });
  } catch (error) {
    process.stderr.write(`${whyNot(error, port)}\n`);
    process.exitCode = 1;
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void listener.close());
  }
  process.stdout.write(greeting(listener.baseUrl, scenario));
}

function whyNot(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Take another, or a free one with --port 0.`;
    case 'EACCES':
      return `Port ${port} is not allowed to you. Take one above 1023, or a free one with --port 0.`;
    default:
      return `The sandbox cannot listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
