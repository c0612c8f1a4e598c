import type { CreateCustomerPayload } from '../customer/draft.ts';
import { hideKeys } from '../customer/key-like-text.ts';
import { printableJson } from './printable-json.ts';

export interface CurlOptions {
  /** The name of a variable, never a key; a sandbox takes any text. */
  readonly key?: '$HELPCRUNCH_API_KEY' | 'sandbox';
  /** Takes keys out of each text of the customer. */
  readonly hide?: (text: string) => string;
}

/** A create as a command for a POSIX shell, to read, keep or send by hand. `baseUrl` is as `readBaseUrl` returns it. */
export function curlCommand(
  request: CreateCustomerPayload,
  baseUrl: string,
  { key = '$HELPCRUNCH_API_KEY', hide = hideKeys }: CurlOptions = {},
): string {
  return [
    `curl ${quoted(`${baseUrl}/customers`)}`,
    `-H "Authorization: Bearer ${key}"`,
    "-H 'Content-Type: application/json'",
    `--data-raw ${quoted(printableJson(request, { hide }))}`,
  ].join(' \\\n  ');
}

/** In single quotes a shell leaves everything alone but a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
