/** True when somebody who reads JSON waits for the answer, however the rest of the command line is to be understood. */
export function isJsonAsked(args: readonly string[]): boolean {
  return args.some((arg) => arg === '--json' || arg.startsWith('--json='));
}
