import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { builtPeers, peersFolder, wizardFolder } from './places.ts';

/** Installs the peers, and bundles their programs just as the wizard is bundled: neither side pays for many files. */
export async function setUpPeers(): Promise<void> {
  run('npx', ['-y', 'pnpm', '-C', peersFolder, 'install', '--frozen-lockfile', '--reporter=append-only']);
  run('tsc', ['-p', peersFolder]);
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

function run(command: string, argv: readonly string[]): void {
  // What it says is for the person who waits.
  const { status } = spawnSync(command, argv, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${argv.join(' ')} ended with ${status}.`);
}
