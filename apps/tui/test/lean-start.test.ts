import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { environmentOf, makeFolder, program } from './program.ts';
import { PtyProgram } from './pty-program.ts';
import { runProgram } from './run-program.ts';

test('the wizard opens without Node having set up its HTTP client', async () => {
  const hook = `process.on('exit', () => {
    const hasClient = process.moduleLoadList.some((name) => name.endsWith('deps/undici/undici'));
    process.stderr.write(hasClient ? 'it was set up' : 'it was never needed');
  });`;
  await using home = await makeFolder();
  await using wizard = new PtyProgram({
    environment: environmentOf(home.path, {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`,
    }),
  });
  await wizard.waitForText('Ctrl+C quit');
  wizard.write('\u0003');
  await wizard.exit;
  expect(wizard.output).toContain('it was never needed');
});

test.each([
  ['--help', ['first.js', 'main.js', 'start.js']],
  ['--json --dry-run --name Ada', ['first.js', 'main.js', 'script.js', 'start.js']],
])('%s loads few files of the program: each takes time', async (command, expected) => {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) {
      if (url.startsWith('file:')) process._rawDebug('loads ' + url);
      return next(url, context);
    } });`;
  const { stderr } = await runProgram(command.split(' '), {
    environment: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` },
  });
  const loaded = [...stderr.matchAll(/^loads .*\/([\w-]+\.js)$/gm)].map(([, name]) => name);
  expect(loaded.toSorted()).toEqual(expected);
});

/** Budget for everything that a start or a command may load. */
const maxProgramBytes = 1_000_000;

test('the program with all its commands is at most 1 MB', () => {
  const folder = dirname(program);
  const names = readdirSync(folder).filter((name) => /\.(?:js|wasm)$/.test(name));
  expect(names).toContain('yoga.wasm');
  const bytes = names.map((name) => statSync(join(folder, name)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(maxProgramBytes);
});

test('one way of counting cells goes for what Ink draws and for what the views count on', () => {
  const folder = dirname(program);
  const parts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(parts.join('').split('Regional_Indicator}{1,2}')).toHaveLength(2);
});
