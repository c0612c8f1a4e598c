/** Put in by the bundler, from package.json. */
declare const KIT_VERSION: string | undefined;

/** This program's version. */
export const version = typeof KIT_VERSION === 'undefined' ? 'unreleased' : KIT_VERSION;

/** The oldest Node that runs this program, as its package.json says. */
export const oldestNode = '22.12';

/** What to say on a Node that is too old; `undefined` on any other. */
export function validateNodeVersion(nodeVersion: string): string | undefined {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  const isOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
  return isOld ? `This program needs Node ${oldestNode} or newer; this is Node ${nodeVersion}.` : undefined;
}

/** How the user started this program, for the commands that it suggests. */
export function programName(environment: Readonly<Record<string, string | undefined>>): string {
  // Package managers tell a script its name.
  return environment['npm_lifecycle_event'] === 'tui' ? 'npx -y pnpm tui' : 'helpcrunch-customer';
}
