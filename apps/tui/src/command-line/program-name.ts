/** How the person started this program, to be repeated in the commands that it suggests. */
export function programName(environment: Readonly<Record<string, string | undefined>>): string {
  // Package managers tell a script its name.
  return environment['npm_lifecycle_event'] === 'tui' ? 'npx -y pnpm tui' : 'helpcrunch-customer';
}
