// Packs the extension and runs every scenario in a real VS Code: see e2e/. Installs what that needs.
// `node scripts/test-e2e.mts [node|web] [parts of scenarios' names, separated by |] [--pictures]`
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('npx', ['-y', 'pnpm', '-C', 'e2e', 'install', '--frozen-lockfile', '--reporter=append-only']);
// Builds too: the types of the scenarios need the sandbox's.
run(process.execPath, ['scripts/package.mts']);
run('tsc', ['-p', 'e2e']);
run(process.execPath, ['e2e/src/run.ts', ...process.argv.slice(2)]);
