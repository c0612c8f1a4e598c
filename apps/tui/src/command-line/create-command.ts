import {
  type AccountKind,
  type CreateCustomerPayload,
  hideKeys,
  printableJson,
} from '@helpcrunch-customer-kit/core';

/**
 * The line for a POSIX shell that creates a customer without a question. JSON goes through a pipe: it is exact, has no
 * line breaks, and no flag would have to be quoted twice. What looks like a key is hidden.
 */
export function createCommand(payload: CreateCustomerPayload, account: AccountKind, program: string): string {
  return `printf %s ${quoted(printableJson(payload, { hide: hideKeys }))} | ${program}${account === 'sandbox' ? ' --sandbox' : ''} --from - --yes`;
}

/** A program and its arguments as a line for a POSIX shell. A `--` in front, left there by script runners, is dropped. */
export function shellCommand(program: string, argv: readonly string[]): string {
  const words = argv[0] === '--' ? argv.slice(1) : argv;
  return [program, ...words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : quoted(word)))].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
