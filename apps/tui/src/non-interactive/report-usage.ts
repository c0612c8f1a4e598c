import { createRedactor } from '@helpcrunch-customer-kit/local';
import { programName } from '../command-line/program.ts';
import { reportEnd } from '../commands/reporting-command.ts';
import { deliver } from './deliver.ts';
import { badUsage } from './finish.ts';

export interface Usage {
  /** The command that cannot be run. */
  readonly command: string;
  readonly message: string;
  readonly json: boolean;
  readonly sandbox: boolean | string;
}

/** Reports what is wrong with the command line, in the form that it asked for. */
export function reportUsage(
  { command, message, json, sandbox }: Usage,
  { env, stdout, stderr }: Pick<NodeJS.Process, 'env' | 'stdout' | 'stderr'>,
): Promise<number> {
  // The user may have put the key where no key belongs.
  const { hide } = createRedactor(env);
  const options = { json, hide, stdout, stderr };
  const help = [programName(env), ...(command === 'create' ? [] : [command]), '--help'].join(' ');
  const finish = badUsage(message, sandbox === false ? 'live' : 'sandbox', [
    `To see all options, run: ${help}`,
  ]);
  if (command === 'create') return deliver(finish, options);
  const { issues, next } = finish.result;
  return reportEnd(command, { outcome: 'invalid', issues, next }, options);
}
