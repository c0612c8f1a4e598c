import type { Action } from '../../command-line/arguments.ts';
import type { Flag } from '../../command-line/flags.ts';

/** What a shell offers for a command. The first of the list runs when none is named. */
export interface CommandOffer {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly actions: readonly Action[];
}

export const program = 'helpcrunch-customer';

/** The names of all flags whose value is free text, so that a shell offers nothing for it. */
export function freeTextFlags(commands: readonly CommandOffer[]): string[] {
  const flags = commands.flatMap((command) => command.flags).filter(takesWord);
  return [...new Set(flags.filter(({ completes }) => completes === undefined).map(({ name }) => name))];
}

/** True when the next word belongs to the flag. */
export function takesWord({ kind }: Flag): boolean {
  return kind === 'text' || kind === 'list';
}

/** In single quotes, for bash, zsh and fish. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export function namesOf(items: readonly { readonly name: string }[], prefix = ''): string {
  return items.map(({ name }) => `${prefix}${name}`).join(' ');
}
