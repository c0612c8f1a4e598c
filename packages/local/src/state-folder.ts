import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, posix, resolve, win32 } from 'node:path';
import { hasCode } from './ledger/durable-files.ts';

/** What decides where this kit keeps its state. */
export interface StatePlace {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's home directory. */
  readonly home: string;
}

const folderName = 'helpcrunch-customer';

/**
 * The folder of everything that is kept on this machine: `HELPCRUNCH_STATE_DIR` if set, else the platform's place. That is
 * the XDG state directory (its specification ignores a relative one), Application Support on macOS, and LOCALAPPDATA on
 * Windows.
 */
export function stateFolder({ platform, environment, home }: StatePlace): string {
  const chosen = environment['HELPCRUNCH_STATE_DIR'];
  if (chosen) return resolve(chosen);
  if (platform === 'win32') {
    return win32.join(environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), folderName);
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', folderName);
  const state = environment['XDG_STATE_HOME'] ?? '';
  return posix.join(posix.isAbsolute(state) ? state : posix.join(home, '.local', 'state'), folderName);
}

/** The state folder of the user who runs this process. */
export function systemStateFolder({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): string {
  return stateFolder({ platform, environment: env, home: homeOf(env) });
}

/**
 * The folder of what can be made again: the platform's place for caches. `HELPCRUNCH_STATE_DIR` does not move it: a run
 * that keeps no state leaves that folder untouched.
 */
export function cacheFolder({ platform, environment, home }: StatePlace): string {
  if (platform === 'win32') {
    return win32.join(
      environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'),
      folderName,
      'cache',
    );
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', folderName);
  const cache = environment['XDG_CACHE_HOME'] ?? '';
  return posix.join(posix.isAbsolute(cache) ? cache : posix.join(home, '.cache'), folderName);
}

/** The cache folder of the user who runs this process. */
export function systemCacheFolder({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): string {
  return cacheFolder({ platform, environment: env, home: homeOf(env) });
}

/** `homedir` throws for a user without an entry in the password database; writing to the guess then reports why. */
function homeOf(environment: StatePlace['environment']): string {
  try {
    return homedir();
  } catch {
    return environment['HOME'] ?? '/';
  }
}

/** Makes a folder for its owner alone, and those above it. Node's own way never ends below a folder such as /proc. */
export function makeFolders(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
    return;
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) {
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
      throw error;
    }
    if (dirname(path) === path) throw error;
  }
  makeFolders(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
