export type Environment = Readonly<Record<string, string>>;

/** The environment of a program under test: nothing of the person's own settings, drafts or keys gets in. */
export function cleanEnvironment(home: string, own: Environment = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'xterm-256color', TZ: 'UTC', ...own };
}
