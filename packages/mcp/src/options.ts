import { parseArgs } from 'node:util';
import { validateSandboxUrl } from '@helpcrunch-customer-kit/local';

/** What the person chose when they started the server. No tool can change it. */
export interface ServerOptions {
  /** `own`: the sandbox in this program. */
  readonly account:
    | { readonly kind: 'own-sandbox' }
    | { readonly kind: 'sandbox'; readonly url: string }
    | { readonly kind: 'live' };
  /** Answers that the client gives to questions count as the person's. */
  readonly trustsClient: boolean;
}

export type Command =
  | { readonly kind: 'serve'; readonly options: ServerOptions }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'usage-error'; readonly message: string };

/** @param argv the arguments after the program's name; package managers may leave a `--` in front */
export function readArguments(argv: readonly string[]): Command {
  // An option whose value may be left out: the parser has none.
  const words = (argv[0] === '--' ? argv.slice(1) : argv).map((word) =>
    word === '--sandbox' ? '--sandbox=' : word,
  );
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        sandbox: { type: 'string' },
        live: { type: 'boolean', default: false },
        'trust-client-approval': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    const { sandbox = '', live } = values;
    if (live && values.sandbox !== undefined) {
      return usageError('--live and --sandbox exclude each other. Give one of them.');
    }
    const problem = sandbox === '' ? undefined : validateSandboxUrl(sandbox);
    if (problem !== undefined) return usageError(problem);
    const account = live
      ? ({ kind: 'live' } as const)
      : sandbox === ''
        ? ({ kind: 'own-sandbox' } as const)
        : ({ kind: 'sandbox', url: sandbox } as const);
    return { kind: 'serve', options: { account, trustsClient: values['trust-client-approval'] } };
  } catch (error) {
    // parseArgs throws for usage errors; the first sentence of its message names the error.
    const [sentence = 'Cannot read these arguments'] =
      error instanceof Error ? error.message.split('. ') : [];
    return usageError(`${sentence}. To see all options, add --help.`);
  }
}

function usageError(message: string): Command {
  return { kind: 'usage-error', message };
}

export const helpText = `An MCP server on standard input and output: AI agents create HelpCrunch customers, each exactly once.

Usage: helpcrunch-customer-mcp [--sandbox[=URL] | --live] [--trust-client-approval]

  --sandbox[=URL]           create in the sandbox in this program (the default), or in a running one on this machine
  --live                    create in HelpCrunch, with the key of HELPCRUNCH_API_KEY or of: helpcrunch-customer login
  --trust-client-approval   accept the answers of the agent's program to questions as yours
  --help                    show this
  --version                 show the version

Each live create needs your approval: the agent shows a code, and you run helpcrunch-customer approve CODE.
`;
