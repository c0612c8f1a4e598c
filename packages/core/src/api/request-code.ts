import type { CreateCustomerPayload } from '../customer/draft.ts';
import { hiddenMark, hideKeys } from '../customer/key-like-text.ts';
import { printableJson } from './printable-json.ts';

/** The variable of the environment that holds the key wherever a request is copied as code. */
const keyVariable = 'HELPCRUNCH_API_KEY';

/**
 * A create as JavaScript for Node, Deno, Bun or a browser's modules, to read, keep or run by hand. The key is read from the
 * environment. `baseUrl` is as `readBaseUrl` returns it; key-like text in the customer is hidden.
 */
export function fetchCode(request: CreateCustomerPayload, baseUrl: string): string {
  return [
    `const response = await fetch(${literal(`${baseUrl}/customers`)}, {`,
    "  method: 'POST',",
    '  headers: {',
    `    Authorization: \`Bearer \${process.env.${keyVariable}}\`,`,
    "    'Content-Type': 'application/json',",
    '  },',
    `  body: JSON.stringify(${indented(bodyOf(request), '  ')}),`,
    '});',
    'console.log(response.status, await response.text());',
    '',
  ].join('\n');
}

/**
 * The same as Python 3, with its standard library only. The body is JSON in a string, so that it arrives as it is written
 * here: Python's own literals differ from JSON's.
 */
export function pythonCode(request: CreateCustomerPayload, baseUrl: string): string {
  return [
    'import os',
    'import urllib.error',
    'import urllib.request',
    '',
    'request = urllib.request.Request(',
    `    ${literal(`${baseUrl}/customers`)},`,
    `    data=${literal(printableJson(request, { hide: hideKeys }))}.encode(),`,
    '    headers={',
    `        "Authorization": f"Bearer {os.environ['${keyVariable}']}",`,
    '        "Content-Type": "application/json",',
    '    },',
    ')',
    'try:',
    '    with urllib.request.urlopen(request) as response:',
    '        print(response.status, response.read().decode())',
    'except urllib.error.HTTPError as error:',
    '    print(error.code, error.read().decode())',
    '',
  ].join('\n');
}

/** JSON is a JavaScript expression. */
function bodyOf(request: CreateCustomerPayload): string {
  return printableJson(request, { hide: hideKeys, indent: 2 });
}

/** A JSON string means the same in JavaScript, and in Python once no surrogate pair is escaped, which JSON never does. */
function literal(text: string): string {
  return printableJson(text);
}

function indented(text: string, space: string): string {
  return text.replaceAll('\n', `\n${space}`);
}

/**
 * How the command gets the key, which it never holds itself. `variable`: from HELPCRUNCH_API_KEY, known to be set.
 * `variable-or-stop`: the same, and the shell stops with a message where it is not set. `sandbox`: any text.
 */
export type CurlKey = 'variable' | 'variable-or-stop' | 'sandbox';

interface CurlOptions {
  readonly key: CurlKey;
  /** Takes keys out of each text of the customer. */
  readonly hide?: (text: string) => string;
}

/** Why a command with a customer in it cannot work. */
type CommandRefusal = 'hidden-text' | 'too-long';

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
