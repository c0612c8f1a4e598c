import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { program } from './program.ts';
import { runProgram } from './run-program.ts';

const folder = dirname(program);

/** The parts of the program that hold Ink, by something that only Ink writes. */
const inkParts = readdirSync(folder).filter((name) => {
  return readFileSync(join(folder, name), 'utf8').includes('Raw mode is not supported');
});

/** Runs the program and tells which of its parts were loaded: those that Node compiled. */
async function partsLoaded(...argv: readonly string[]): Promise<readonly string[]> {
  const hook = `
    import { registerHooks } from 'node:module';
    registerHooks({
      load(url, context, next) {
        if (url.startsWith('file:')) process.stderr.write('loaded ' + url + '\\n');
        return next(url, context);
      },
    });`;
  const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
  const { stderr } = await runProgram(argv, { environment });
  const prefix = `loaded ${pathToFileURL(folder)}/`;
  return stderr.split('\n').flatMap((line) => (line.startsWith(prefix) ? [line.slice(prefix.length)] : []));
}

test('Ink is in a part of its own', () => {
  expect(inkParts).not.toEqual([]);
  expect(inkParts).not.toContain('main.js');
});

test.each([
  ['--help', ['--help']],
  ['--version', ['--version']],
  ['bad usage', ['--nickname', 'Ada']],
  ['a run without questions', ['--name', 'Ada', '--sandbox', '--yes', '--json']],
])('%s does not load Ink', async (_name, argv) => {
  const loaded = await partsLoaded(...argv);
  expect(loaded).toContain('main.js');
  expect(loaded.filter((part) => inkParts.includes(part))).toEqual([]);
});

test('--version says the version, and --help goes before everything else', async () => {
  const version = await runProgram(['--', '--version']);
  expect(version).toMatchObject({ stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u), stderr: '', code: 0 });
  expect((await runProgram(['--json', '--help'])).stdout).toContain('Usage');
});
