/** The oldest Node that runs this program, as its package.json says. */
export const oldestNode = '22.12';

/** What to say on a Node that is too old; `undefined` on any other. */
export function validateNodeVersion(nodeVersion: string): string | undefined {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  const isOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
  return isOld ? `This program needs Node ${oldestNode} or newer; this is Node ${nodeVersion}.` : undefined;
}
