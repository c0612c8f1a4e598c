import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { builtPeers, peersFolder, wizardFolder } from './places.ts';

/** Installs the peers, and bundles their programs just as the wizard is bundled: neither side pays for many files. */
export async function setUpPeers(): Promise<void> {
  const { status } = spawnSync(
    'npx',
    ['-y', 'pnpm', '-C', peersFolder, 'install', '--frozen-lockfile', '--reporter=append-only'],
    // Standard output is left alone: this says what it does to the person who waits.
    { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error('The peers could not be installed.');
  const at = (name: string) => join(peersFolder, 'src/programs', `${name}.ts`);
  await build({
    entryPoints: ['bare-node', 'nothing', 'ink-form', 'clack', 'inquirer', 'enquirer-form'].map(at),
    outdir: builtPeers,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    mainFields: ['module', 'main'],
    alias: { 'react-devtools-core': join(wizardFolder, 'scripts/no-devtools.cjs') },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
