import type { CreateCustomerPayload } from '../customer/draft.ts';
import { hideKeys } from '../customer/key-like-text.ts';
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
