import { PseudoTerminal } from '@helpcrunch-customer-kit/testing/pseudo-terminal';
import type { Environment } from '@helpcrunch-customer-kit/testing/run-program';
import type { ScreenSize } from '@helpcrunch-customer-kit/testing/screen';
import { compiled, noKeychain, program } from './program.ts';

export interface PtyOptions extends Partial<ScreenSize> {
  readonly arguments?: readonly string[];
  /** A program and its arguments in place of the built one. */
  readonly command?: readonly [string, ...string[]];
  readonly environment?: Environment;
  readonly cwd?: string;
  /** A folder for drafts; without it the program gets one of its own. */
  readonly home?: string;
}

/** The built program in a pseudo-terminal. */
export class PtyProgram extends PseudoTerminal {
  constructor({ arguments: argv = [], command, environment, home, ...size }: PtyOptions = {}) {
    super(command ?? [process.execPath, program, ...argv], {
      ...size,
      env: { ...noKeychain, ...compiled, ...(home === undefined ? {} : { HOME: home }), ...environment },
    });
  }
}
