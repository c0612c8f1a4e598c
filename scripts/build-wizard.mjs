// Builds the wizard when its sources are newer than what was built. Silent but for a line when there is something to
// build, and the build's own output when it fails: standard output is the program's.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './set-up.mjs';

const folder = join(root, 'apps', 'tui');
/** Beside the packages, so that both go away together. */
const marker = join(root, 'node_modules', '.wizard-built');
const sources = [
  'node_modules/.set-up',
  'apps/tui/dist/main.js',
  'apps/tui/{package.json,src/**,scripts/*}',
  'packages/{core,import,local,sandbox}/src/**',
];

/** Returns whether apps/tui/dist is up to date now. */
export function buildWizard() {
  if (readIfThere(marker) === state()) return true;
  process.stderr.write('Building…\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: folder,
    encoding: 'utf8',
    // A build has no business with a key, and needs no proxy, which may be malformed.
    env: { ...process.env, HELPCRUNCH_API_KEY: undefined, NODE_USE_ENV_PROXY: undefined },
  });
  if (status === 0) writeFileSync(marker, state());
  else process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  return status === 0;
}

/** When each file was changed, and which there are. */
function state() {
  return globSync(sources, { cwd: root })
    .map((path) => `${path} ${statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs}`)
    .sort()
    .join('\n');
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
