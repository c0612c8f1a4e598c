// Builds a package and what it needs, then runs its program in this process:
//   node scripts/run-built.mjs PACKAGE PROGRAM [ARGUMENT ...]
// Silent but for a line on standard error when there is something to build, and the build's own output when it fails:
// standard output is the program's.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packageName, program, ...programArguments] = process.argv.slice(2);

/** Long enough for a build that is cached, in milliseconds. */
const quietTime = 700;

const status = await build();
if (status === 0) {
  const path = resolve(program);
  process.argv = [process.argv[0], path, ...programArguments];
  standWhereCalled(process.env);
  await import(pathToFileURL(path).href);
} else {
  process.exitCode = status;
}

/** A script runs at the root of the repository, but a file is named from where the person stands. */
function standWhereCalled({ INIT_CWD: place, npm_lifecycle_script: script }) {
  // Another script may have started this one, and its place is not ours.
  if (place === undefined || !script?.includes('run-built.mjs')) return;
  try {
    process.chdir(place);
  } catch {
    // A folder that is gone, or that may not be entered: nothing can be named from there.
  }
}

function build() {
  const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
  const child = spawn(
    process.execPath,
    [turbo, 'run', 'build', `--filter=${packageName}`, '--output-logs=errors-only'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A build has no business with a key, and needs no proxy, which may be malformed.
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: '1',
        HELPCRUNCH_API_KEY: undefined,
        NODE_USE_ENV_PROXY: undefined,
      },
    },
  );
  const timer = setTimeout(() => process.stderr.write('Building…\n'), quietTime);
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  return new Promise((done) => {
    child.on('error', (error) => output.push(`${error.message}\n`));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code !== 0) process.stderr.write(Buffer.concat(output.map((chunk) => Buffer.from(chunk))));
      done(code ?? 1);
    });
  });
}
