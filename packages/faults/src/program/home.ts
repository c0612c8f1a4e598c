import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Draft } from '../callers/caller-name.ts';
import type { Artefact } from '../secrets/find-key.ts';

/** A home of one run: everything that a program writes is in it. */
export interface Home extends Disposable {
  readonly path: string;
  /** Every file in it. */
  files(): readonly Artefact[];
  /** What the drafts in it hold, the newest first. */
  drafts(): readonly Draft[];
}

export function makeHome(): Home {
  const path = mkdtempSync(join(tmpdir(), 'kit-faults-'));
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
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Nothing of the machine's own settings gets in. */
export function environmentOf(home: Home, own: Readonly<Record<string, string>>): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home.path,
    XDG_STATE_HOME: join(home.path, 'state'),
    TERM: 'xterm-256color',
    TZ: 'UTC',
    ...own,
  };
}

/**
 * What Node can be asked to tell about what it does; not `stream`, by which Node itself prints the first bytes of
 * whatever a server sends, before anything of the kit sees them.
 */
export const debugging = {
  NODE_DEBUG: 'http,https,net,tls,fetch,undici,module,timer',
  NODE_DEBUG_NATIVE: 'http',
} as const;
