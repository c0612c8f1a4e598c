import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from '@helpcrunch-customer-kit/testing/run-program';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import type { Draft } from './faults/fault.ts';
import type { Artifact } from './secrets.ts';

/** The program as it is shipped. */
export const program = fileURLToPath(new URL('../../../apps/tui/dist/main.js', import.meta.url));

/** The folder of the extension's bundles. */
export const extensionFolder = new URL('../../../apps/vscode/dist/', import.meta.url);

/** What has to be built before a campaign can run. */
export function missingBundles(): string[] {
  const files = [
    program,
    ...['extension.js', 'app.js'].map((name) => fileURLToPath(new URL(name, extensionFolder))),
  ];
  return files.filter((file) => !existsSync(file));
}

/** The home folder of one run; everything that a program writes is in it. */
export interface Home extends Disposable {
  readonly path: string;
  /** Every file in it. */
  files(): readonly Artifact[];
  /** What the drafts in it hold, newest first. */
  drafts(): readonly Draft[];
}

export function makeHome(): Home {
  const folder = temporaryFolder();
  const { path } = folder;
  const files = () =>
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => ({ name: `the file ${name}`, text: readFileSync(join(path, name), 'utf8') }));
  return {
    path,
    files,
    drafts() {
      const saved = files().filter(({ name }) => /\/drafts\/[^/]+\.json$/.test(name));
      const records = saved.map(({ text }) => JSON.parse(text) as { savedAt: number; draft: Draft });
      return records.toSorted((one, other) => other.savedAt - one.savedAt).map(({ draft }) => draft);
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

/** Keeps the machine's own settings out. */
export function environmentOf(home: Home, own: Readonly<Record<string, string>>): Record<string, string> {
  return cleanEnvironment(home.path, { XDG_STATE_HOME: join(home.path, 'state'), ...own });
}

/**
 * What Node can be asked to log about itself; not `stream`, with which Node itself prints the first bytes of whatever a
 * server sends, before the kit sees them.
 */
export const debugging = {
  NODE_DEBUG: 'http,https,net,tls,fetch,undici,module,timer',
  NODE_DEBUG_NATIVE: 'http',
} as const;

/** An internal error that SIGUSR2 triggers; what is thrown holds the key, as an HTTP library's error would. */
export function withCrash(home: Home): Readonly<Record<string, string>> {
  const path = join(home.path, crashFile);
  const code = [
    "process.on('SIGUSR2', () => {",
    '  const key = process.env.HELPCRUNCH_API_KEY;',
    "  throw Object.assign(new Error('internal error, Authorization: Bearer ' + key), { headers: { authorization: key } });",
    '});',
  ];
  writeFileSync(path, code.join('\n'));
  return { NODE_OPTIONS: `--import=${path}` };
}

/** Names the variable that holds the key; it is ours, not the program's. */
export const crashFile = 'crash.mjs';
