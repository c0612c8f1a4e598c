// Makes the .vsix: builds, then packs with vsce, which lives with the end-to-end tests (see e2e/package.json).
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsix = 'helpcrunch-customer-kit.vsix';
const vsce = 'e2e/node_modules/@vscode/vsce/vsce';

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    // npm's commands are scripts of the shell on Windows.
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

// Under turbo what this stands on is built already; called by hand it may not be.
if (process.env['TURBO_HASH']) run(process.execPath, ['scripts/build.mts']);
else run('turbo', ['run', 'build', '--filter=helpcrunch-customer-kit', '--output-logs=errors-only']);
if (!existsSync(new URL('../e2e/node_modules/@vscode/vsce', import.meta.url))) {
  run('npx', ['-y', 'pnpm', '-C', 'e2e', 'install', '--frozen-lockfile']);
}
run(process.execPath, [
  vsce,
  'package',
  '--no-dependencies',
  // The pictures travel in the package; no repository's address is needed to show them.
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  vsix,
]);

const mostBytes = 600_000;
const mostFiles = 60;
const bytes = statSync(new URL(`../${vsix}`, import.meta.url)).size;
const { stdout } = spawnSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
  cwd: root,
  encoding: 'utf8',
});
const files = stdout.split('\n').filter((line) => line !== '');
const strangers = files.filter((file) => /node_modules|\.map$|\.ts$/.test(file));
console.log(`${vsix}: ${bytes} bytes, ${files.length} files`);
if (bytes > mostBytes || files.length > mostFiles || strangers.length > 0) {
  console.error(
    `Over its bars (${mostBytes} bytes, ${mostFiles} files), or with files of others: ${strangers}`,
  );
  process.exit(1);
}
