// Builds a program when its sources are newer than what was built. Silent but for a line when there is something to
// build, and the build's own output when it fails: standard output is the program's.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './set-up.mjs';

/**
 * Returns whether `dist` of a program is up to date now.
 * @param {string} name
 * @param {{ folder: string, packages: readonly string[] }} program its folder, and the packages that it bundles
 */
export function buildProgram(name, { folder, packages }) {
  /** Beside the packages, so that both go away together. */
  const marker = join(root, 'node_modules', `.${name}-built`);
  const sources = [
    'node_modules/.set-up',
    `${folder}/dist/main.js`,
    `${folder}/{package.json,src/**,scripts/*}`,
    `packages/{${packages.join(',')}}/src/**`,
  ];
  if (readIfThere(marker) === stateOf(sources)) return true;
  process.stderr.write('Building…\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: join(root, folder),
    encoding: 'utf8',
    // A build has no business with a key, and needs no proxy, which may be malformed.
    env: { ...process.env, HELPCRUNCH_API_KEY: undefined, NODE_USE_ENV_PROXY: undefined },
  });
  if (status === 0) writeFileSync(marker, stateOf(sources));
  else process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  return status === 0;
}

/** When each file was changed, and which there are. */
function stateOf(sources) {
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
