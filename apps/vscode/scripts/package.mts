// Makes the .vsix: builds, then packs with vsce, which lives with the end-to-end tests (see e2e/package.json).
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsix = 'helpcrunch-customer-kit.vsix';
const vsce = 'e2e/node_modules/@vscode/vsce/vsce';

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npm's commands are shell scripts on Windows.
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

// Turbo has already built the dependencies; a manual call may not have.
if (!process.env['TURBO_HASH']) {
  run('turbo', ['run', 'build', '--filter=helpcrunch-customer-kit^...', '--output-logs=errors-only']);
}
// Not from the cache, which would leave files of earlier builds in the folder.
run(process.execPath, ['scripts/build.mts']);
if (!existsSync(join(root, vsce))) {
  run('npx', ['-y', 'pnpm', '-C', 'e2e', 'install', '--frozen-lockfile']);
}
run(process.execPath, [
  vsce,
  'package',
  '--no-dependencies',
  // Without a repository URL, the links to the pictures stay relative: see PUBLISHING.md.
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
]);

// See docs/decisions/editor-package-size.md.
const maxBytes = 600_000;
const maxFiles = 60;
const bytes = statSync(new URL(`../${vsix}`, import.meta.url)).size;
const { stdout } = spawnSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
  cwd: root,
  encoding: 'utf8',
});
const files = stdout.split('\n').filter((line) => line !== '');
const unexpected = files.filter((file) => /node_modules|\.map$|\.ts$/.test(file));
console.log(`${vsix}: ${bytes} bytes, ${files.length} files`);
if (bytes > maxBytes || files.length > maxFiles || unexpected.length > 0) {
  console.error(
    `Over budget (${maxBytes} bytes, ${maxFiles} files), or with unexpected files: ${unexpected}`,
  );
  process.exit(1);
}
