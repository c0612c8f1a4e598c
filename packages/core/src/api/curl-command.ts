import type { CreateCustomerPayload } from '../customer/draft.ts';
import { hiddenMark, hideKeys } from '../customer/key-like-text.ts';
import { printableJson } from './printable-json.ts';

/**
 * How the command gets the key, which it never holds itself. `variable`: from HELPCRUNCH_API_KEY, known to be set.
 * `variable-or-stop`: the same, and where it is not set the shell stops and says so. `sandbox`: any text.
 */
export type CurlKey = 'variable' | 'variable-or-stop' | 'sandbox';

export interface CurlOptions {
  readonly key: CurlKey;
  /** Takes keys out of each text of the customer. */
  readonly hide?: (text: string) => string;
}

/** Why a command with a customer in it cannot work. */
export type CommandRefusal = 'hidden-text' | 'too-long';

/** Linux takes no longer argument (`MAX_ARG_STRLEN`, its final zero included), in bytes. */
const maxArgumentBytes = 128 * 1024 - 1;

const keys: Readonly<Record<CurlKey, string>> = {
  variable: '$HELPCRUNCH_API_KEY',
  'variable-or-stop': `$\{HELPCRUNCH_API_KEY:?Set it to your API key first}`,
  sandbox: 'sandbox',
};

/**
 * A create as a command for a POSIX shell, to keep or send by hand; see `commandRefusal` for those that cannot work.
 * `baseUrl` is as `readBaseUrl` returns it.
 */
export function curlCommand(
  request: CreateCustomerPayload,
  baseUrl: string,
  { key, hide = hideKeys }: CurlOptions,
): string {
  return [
    `curl ${quoted(`${baseUrl}/customers`)}`,
    `-H "Authorization: Bearer ${keys[key]}"`,
    "-H 'Content-Type: application/json'",
    `--data-raw ${quoted(printableJson(request, { hide }))}`,
  ].join(' \\\n  ');
}

/** Why a command with a customer in it cannot work; `undefined` when it can. */
export function commandRefusal(command: string): CommandRefusal | undefined {
  if (command.includes(hiddenMark)) return 'hidden-text';
  return new TextEncoder().encode(command).length > maxArgumentBytes ? 'too-long' : undefined;
}

/** What a person reads instead of a command; `name` is `command` or `curl command`. */
export function commandRefusalMessage(reason: CommandRefusal, name: string): string {
  return reason === 'hidden-text'
    ? `No ${name} would work: the customer has text that looks like a key. Remove it first.`
    : `The ${name} would be too long for a command line.`;
}

/** In single quotes a shell leaves everything alone but a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
