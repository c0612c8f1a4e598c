import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment, type Environment } from '@helpcrunch-customer-kit/testing/run-program';
import { type TemporaryFolder, temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';

/** The built program, as it is shipped. */
export const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

if (!existsSync(program)) {
  throw new Error(
    'apps/tui/dist is not built: run `pnpm build` first, or test with `pnpm test`, which does.',
  );
}

/** A folder of its own, gone with the end of the test. */
export async function makeFolder(): Promise<TemporaryFolder> {
  return temporaryFolder();
}

/** No test meets the keys of the person who runs it. */
export const noKeychain = { HELPCRUNCH_NO_KEYCHAIN: '1' } as const;

/** One folder for what Node compiles of the program: hundreds of tests start it. */
export const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'helpcrunch-customer-tests') } as const;

/** A clean environment for the program. */
export function environmentOf(home: string, own: Environment): Record<string, string> {
  return cleanEnvironment(home, { ...noKeychain, ...compiled, ...own });
}
