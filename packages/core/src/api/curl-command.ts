import type { CreateCustomerPayload } from '../customer/draft.ts';
import { hideKeys } from '../customer/key-like-text.ts';
import { printableJson } from './printable-json.ts';

/**
 * A create as a command for a POSIX shell, to read, keep or send by hand. The key is the name of a variable, never the
 * key, and what looks like one in the customer is hidden. `baseUrl` is as `readBaseUrl` returns it.
 */
export function curlCommand(request: CreateCustomerPayload, baseUrl: string): string {
  return [
    `curl ${quoted(`${baseUrl}/customers`)}`,
    '-H "Authorization: Bearer $HELPCRUNCH_API_KEY"',
    "-H 'Content-Type: application/json'",
    `--data-raw ${quoted(printableJson(request, { hide: hideKeys }))}`,
  ].join(' \\\n  ');
}

/** In single quotes a shell leaves everything alone but a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
