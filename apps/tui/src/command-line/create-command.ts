import { type CreateCustomerPayload, printableJson } from '@helpcrunch-customer-kit/core';

/**
 * The line for a POSIX shell that creates a customer without a question. JSON goes through a pipe: it is exact, has no
 * line breaks, and no flag would have to be quoted twice. `hide` takes keys out of each text.
 */
export function createCommand(
  payload: CreateCustomerPayload,
  flags: readonly string[],
  { program, hide }: { readonly program: string; readonly hide: (text: string) => string },
): string {
  const json = quoted(printableJson(payload, { hide }));
  return `printf %s ${json} | ${shellCommand(program, [...flags, '--from', '-', '--yes'])}`;
}

/** A program and its arguments as a line for a POSIX shell. A `--` in front, left there by script runners, is dropped. */
export function shellCommand(program: string, argv: readonly string[]): string {
  const words = argv[0] === '--' ? argv.slice(1) : argv;
  return [program, ...words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : quoted(word)))].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
