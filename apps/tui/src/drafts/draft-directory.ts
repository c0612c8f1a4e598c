import { posix, win32 } from 'node:path';

/** What decides where drafts are kept. */
export interface DraftPlace {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's home directory. */
  readonly home: string;
}

const program = 'helpcrunch-customer';

/**
 * The directory of drafts, as each system wants it: the XDG state directory (a relative one does not count, says its
 * specification), Application Support on macOS, LOCALAPPDATA on Windows.
 */
export function draftDirectory({ platform, environment, home }: DraftPlace): string {
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local');
    return win32.join(local, program, 'drafts');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', program, 'drafts');
  const state = environment['XDG_STATE_HOME'] ?? '';
  const base = posix.isAbsolute(state) ? state : posix.join(home, '.local', 'state');
  return posix.join(base, program, 'drafts');
}
