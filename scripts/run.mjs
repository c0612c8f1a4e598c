// Installs and builds what a program needs, then runs it in this process: node scripts/run.mjs NAME [ARGUMENT ...]
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildProgram } from './build-program.mjs';
import { root, setUp } from './set-up.mjs';

const programs = {
  tui: { folder: 'apps/tui', packages: ['core', 'import', 'local', 'sandbox'], part: 'wizard' },
  mcp: { folder: 'packages/mcp', packages: ['core', 'local', 'sandbox'], part: 'server' },
  sandbox: { path: 'packages/sandbox/src/main.ts', part: 'wizard' },
};

const [name, ...programArguments] = process.argv.slice(2);
const { folder, packages, part, path = `${folder}/dist/main.js` } = programs[name];
if (setUp(part) && (!packages || buildProgram(name, { folder, packages }))) {
  const program = join(root, path);
  process.argv = [process.argv[0], program, ...programArguments];
  changeToCallersFolder(process.env);
  await import(pathToFileURL(program).href);
} else process.exitCode = 1;

/** A script runs at the root of the repository, but a person names files relative to their own folder. */
function changeToCallersFolder({ INIT_CWD: folder, npm_lifecycle_script: script }) {
  // When another script started this one, the folder is that script's.
  if (folder === undefined || !script?.includes('run.mjs')) return;
  try {
    process.chdir(folder);
  } catch {
    // The folder was deleted or may not be entered: no file can be named relative to it.
  }
}
