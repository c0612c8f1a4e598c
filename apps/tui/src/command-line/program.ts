import type { CreateOptions } from './create-options.ts';

/** Put in by the bundler, from package.json. */
declare const KIT_VERSION: string | undefined;

/** This program's version. */
export const version = typeof KIT_VERSION === 'undefined' ? 'unreleased' : KIT_VERSION;

/** How the user started this program, for the commands that it suggests. */
export function programName(environment: Readonly<Record<string, string | undefined>>): string {
  // Package managers tell a script its name.
  return environment['npm_lifecycle_event'] === 'tui' ? 'npx -y pnpm tui' : 'helpcrunch-customer';
}

/** How the program talks to the user: drawn, line by line, or without a question. */
export type Mode = 'wizard' | 'lines' | 'no-questions';

export interface ModeContext {
  /** True when the answers come from a terminal, and the questions go to one. */
  /** Asked only where it decides: standard input takes milliseconds to make. */
  readonly isTerminal: () => boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Asks only in a terminal, and only a user who has not answered everything on the command line. */
export function chooseMode(options: CreateOptions, { isTerminal, environment }: ModeContext): Mode {
  const { noInput, yes, dryRun, from, fields, accessible } = options;
  const isFilled = from !== undefined || Object.keys(fields).length > 0;
  // A dry run must never end where one Enter sends.
  if (noInput || dryRun || (yes && isFilled) || isSet(environment['CI'])) return 'no-questions';
  // Lines can come through a pipe as well; the drawn wizard needs keys.
  if (accessible || isSet(environment['ACCESSIBLE'])) return 'lines';
  if (!isTerminal()) return 'no-questions';
  // A dumb terminal cannot be redrawn; without a terminal, the variable is set in many jobs that run by themselves.
  return environment['TERM'] === 'dumb' ? 'lines' : 'wizard';
}

/** As other programs understand `ACCESSIBLE=1` and `CI=true`. */
export function isSet(value = ''): boolean {
  return !['', '0', 'false', 'no'].includes(value.toLowerCase());
}
