// Installs what a script needs and what is not there yet. pnpm itself has installed only the Node that runs this.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkTools } from './link-tools.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const marker = join(root, 'node_modules', '.set-up');

/** What the wizard is built from: no tests, no tools. */
const wizard = ['apps/tui', 'packages/core', 'packages/import', 'packages/local', 'packages/sandbox'];

/** What is installed for a script; each part has all that the ones before it have. */
const parts = {
  wizard,
  /** The server for AI agents. */
  server: [...wizard, 'packages/mcp'],
  everything: undefined,
};

/**
 * Returns whether everything is installed now; says so on standard error when it takes a while or fails.
 * @param {keyof typeof parts} part
 */
export function setUp(part) {
  if (isSetUp(part)) return true;
  process.stderr.write('Installing…\n');
  const filters = parts[part]?.flatMap((folder) => ['--filter', `./${folder}`]) ?? ['--recursive'];
  // pnpm is on the path of every script that it runs.
  const { status, stdout } = spawnSync('pnpm', ['install', ...filters, '--reporter=append-only'], {
    shell: process.platform === 'win32',
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // A key has no business here. Installing Node is what the root's `preinstall` reports, which is done by now.
    env: { ...process.env, HELPCRUNCH_API_KEY: undefined, HELPCRUNCH_SET_UP: '1' },
  });
  if (status !== 0) {
    process.stderr.write(
      `${stdout ?? ''}Could not install the packages. Check the network, then try again.\n`,
    );
    return false;
  }
  // pnpm runs no script when it has nothing to do.
  linkTools();
  writeFileSync(marker, stateOf(part));
  return true;
}

function isSetUp(part) {
  const installed = readIfThere(marker);
  const names = Object.keys(parts);
  return names.slice(names.indexOf(part)).some((each) => installed === stateOf(each));
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
