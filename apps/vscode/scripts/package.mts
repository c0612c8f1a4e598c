// Makes the .vsix: builds, then packs with vsce, which lives with the end-to-end tests (see e2e/package.json).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsix = 'helpcrunch-customer-kit.vsix';

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npm's commands are scripts of the shell on Windows.
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

run(process.execPath, ['scripts/build.mts']);
if (!existsSync(new URL('../e2e/node_modules/@vscode/vsce', import.meta.url))) {
  run('npx', ['-y', 'pnpm', '-C', 'e2e', 'install', '--frozen-lockfile']);
}
run(process.execPath, [
  'e2e/node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  // The pictures travel in the package; no repository's address is needed to show them.
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
]);
