import { type AccountKind, type CreateCustomerPayload, hideKeys } from '@helpcrunch-customer-kit/core';

/**
 * The line for a POSIX shell that creates a customer without a question. JSON goes through a pipe: it is exact, has no
 * line breaks, and no flag would have to be quoted twice. What looks like a key is hidden.
 */
export function createCommand(payload: CreateCustomerPayload, account: AccountKind, program: string): string {
  const json = hideKeys(JSON.stringify(payload)).replaceAll("'", `'\\''`);
  return `printf %s '${json}' | ${program}${account === 'sandbox' ? ' --sandbox' : ''} --from - --yes`;
}
