import { type CreateCustomerPayload, hideKeys } from '@helpcrunch-customer-kit/core';

/** A create as a command for a shell (POSIX quoting). The key is a variable's name, never the key. */
export function curlCommand(request: CreateCustomerPayload, baseUrl: string): string {
  const body = hideKeys(JSON.stringify(request)).replaceAll("'", `'\\''`);
  return [
    `curl '${baseUrl}/customers'`,
    `-H "Authorization: Bearer $HELPCRUNCH_API_KEY"`,
    `-H 'Content-Type: application/json'`,
    `--data-raw '${body}'`,
  ].join(' \\\n  ');
}
