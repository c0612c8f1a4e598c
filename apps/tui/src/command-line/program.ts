/** Put in by the bundler, from package.json. */
declare const KIT_VERSION: string | undefined;

/** This program's version. */
export const version = typeof KIT_VERSION === 'undefined' ? 'unreleased' : KIT_VERSION;

/** How the user started this program, for the commands that it suggests. */
export function programName(environment: Readonly<Record<string, string | undefined>>): string {
  // Package managers tell a script its name.
  return environment['npm_lifecycle_event'] === 'tui' ? 'npx -y pnpm tui' : 'helpcrunch-customer';
}
