// Installs what a script needs and what is not there yet. pnpm itself has installed only the Node that runs this.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const marker = join(root, 'node_modules', '.set-up');

/** What the wizard is built from: no tests, no tools. */
const wizard = ['apps/tui', 'packages/core', 'packages/import', 'packages/local', 'packages/sandbox'];

/**
 * Returns whether everything is installed now; says so on standard error when it takes a while or fails.
 * @param {'wizard' | 'everything'} part
 */
export function setUp(part) {
  const before = stateOf('everything');
  const installed = readIfThere(marker);
  if (installed === before || (part === 'wizard' && installed === stateOf('wizard'))) return true;
  process.stderr.write('Installing…\n');
  const filters =
    part === 'wizard' ? wizard.flatMap((folder) => ['--filter', `./${folder}`]) : ['--recursive'];
  // pnpm is on the path of every script that it runs.
  const { status, stdout } = spawnSync('pnpm', ['install', ...filters, '--reporter=append-only'], {
    shell: process.platform === 'win32',
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // A key has no business here.
    env: { ...process.env, HELPCRUNCH_API_KEY: undefined },
  });
  if (status !== 0) {
    process.stderr.write(
      `${stdout ?? ''}Could not install the packages. Check the network, then try again.\n`,
    );
    return false;
  }
  if (part === 'everything') linkTools();
  writeFileSync(marker, stateOf(part));
  return true;
}

/**
 * Links the tools where every package finds them. The setting `publicHoistPattern` does the same, but whenever it changes
 * pnpm refuses to install a part of the workspace.
 */
function linkTools() {
  const tools = join(root, 'packages', 'tools');
  for (const name of Object.keys(
    JSON.parse(readFileSync(join(tools, 'package.json'), 'utf8')).devDependencies,
  )) {
    const link = join(root, 'node_modules', name);
    rmSync(link, { recursive: true, force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(tools, 'node_modules', name), link, 'junction');
  }
  // They find their tools relative to where they are: a link leads there, a copy does not.
  const bins = join(tools, 'node_modules', '.bin');
  for (const bin of readdirSync(bins)) {
    const link = join(root, 'node_modules', '.bin', bin);
    rmSync(link, { force: true });
    if (process.platform !== 'win32') symlinkSync(join(bins, bin), link);
    else if (bin.endsWith('.cmd')) writeFileSync(link, `@call "${join(bins, bin)}" %*\r\n`);
  }
}

/** Changes with every dependency. */
function stateOf(part) {
  const hash = createHash('sha256').update(part);
  const manifests = globSync('{apps,packages}/*/package.json', { cwd: root }).sort();
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
