import type { CommandLine } from './read-command-line.ts';

/** How the program meets the person: drawn, line by line, or without a question. */
export type Face = 'wizard' | 'accessible' | 'no-questions';

export interface Surroundings {
  /** True when the answers come from a terminal, and the questions go to one. */
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Questions are for a terminal, and for someone who has not answered them all on the command line. */
export function faceOf(commandLine: CommandLine, { isTerminal, environment }: Surroundings): Face {
  const { noInput, yes, dryRun, from, fields, accessible } = commandLine;
  const isFilled = from !== undefined || Object.keys(fields).length > 0;
  // Nobody who asks for a dry run may end up where one Enter sends.
  if (noInput || dryRun || (yes && isFilled)) return 'no-questions';
  // Lines can come through a pipe as well; the drawn wizard needs keys.
  if (accessible || isSet(environment['ACCESSIBLE'])) return 'accessible';
  if (!isTerminal) return 'no-questions';
  // A dumb terminal cannot be redrawn; without any, the word is in the environment of every job that runs by itself.
  return environment['TERM'] === 'dumb' ? 'accessible' : 'wizard';
}

/** As other programs understand `ACCESSIBLE=1`. */
function isSet(value = ''): boolean {
  return !['', '0', 'false', 'no'].includes(value.toLowerCase());
}
