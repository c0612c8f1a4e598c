import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built program, as it is shipped. */
export const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

if (!existsSync(program)) {
  throw new Error(
    'apps/tui/dist is not built: run `pnpm build` first, or test with `pnpm test`, which does.',
  );
}

/** A folder of its own, gone with the end of the test. */
export interface Folder extends AsyncDisposable {
  readonly path: string;
}

export async function makeFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'helpcrunch-customer-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export type Environment = Readonly<Record<string, string>>;

/** Nothing of the machine's own settings gets in: the same everywhere, and no draft or key of a person is met. */
export function environmentOf(home: string, own: Environment): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TERM: 'xterm-256color',
    TZ: 'UTC',
    HELPCRUNCH_NO_KEYCHAIN: '1',
    ...own,
  };
}
