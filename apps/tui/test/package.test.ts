import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentOf, makeFolder } from './program.ts';
import { onlyObject, schemaErrors } from './run-program.ts';

const root = join(import.meta.dirname, '..');
const maxPackedBytes = 1_000_000;

const home = await makeFolder();
afterAll(() => home[Symbol.dispose]());

const environment = environmentOf(home.path, {
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
});
const installed = join(home.path, 'empty');
let tarball = '';

function run(command: string, argv: readonly string[], cwd: string, input = '') {
  // Commands of npm are scripts on Windows.
  const shell = process.platform === 'win32';
  const { stdout, stderr, status } = spawnSync(command, argv, {
    cwd,
    env: environment,
    input,
    encoding: 'utf8',
    shell,
  });
  return { stdout, stderr, status };
}

/** Runs a command of this test, which has to succeed. */
function must(command: string, argv: readonly string[], cwd: string): void {
  const { stdout, stderr, status } = run(command, argv, cwd);
  if (status !== 0) throw new Error(`${command} ${argv.join(' ')}: ${stdout}${stderr}`);
}

// A build of its own, packed as it is published, and installed into an empty folder without a network.
beforeAll(() => {
  const packed = join(home.path, 'package');
  mkdirSync(packed);
  mkdirSync(installed);
  for (const name of ['package.json', 'README.md', 'generated']) {
    cpSync(join(root, name), join(packed, name), { recursive: true });
  }
  must(process.execPath, ['scripts/build.ts', join(packed, 'dist')], root);
  must('npm', ['pack', '--ignore-scripts', '--pack-destination', home.path], packed);
  tarball = join(home.path, readdirSync(home.path).find((name) => name.endsWith('.tgz')) ?? '');
  must('npm', ['install', '--omit=optional', '--no-audit', '--no-fund', tarball], installed);
});

function program(argv: readonly string[], input = '') {
  return run('npx', ['helpcrunch-customer', ...argv], installed, input);
}

test('the packed program is at most 1 MB', () => {
  expect(statSync(tarball).size).toBeLessThan(maxPackedBytes);
});

test('the packed program brings its schemas, its licenses and no source', () => {
  const folder = join(installed, 'node_modules', 'helpcrunch-customer');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(
    names
      .filter((name) => /\.json$|licenses/.test(name))
      .map((name) => name.replaceAll('\\', '/'))
      .sort(),
  ).toEqual([
    'dist/third-party-licenses.txt',
    'generated/command-result.schema.json',
    'generated/create-result.schema.json',
    'package.json',
  ]);
  expect(names.filter((name) => /\.tsx?$/.test(name))).toEqual([]);
});

test('npx helpcrunch-customer runs from an empty folder: version, help and a create', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(program(['--version'])).toEqual({ stdout: `${version}\n`, stderr: '', status: 0 });
  expect(program(['--help']).stdout).toBe(readFileSync(join(root, 'test', 'golden', 'help.txt'), 'utf8'));
});

test('npx helpcrunch-customer creates a customer in the sandbox, with one object and nothing else', async () => {
  const argv = ['--sandbox', '--from', '-', '--yes', '--json'];
  const { stdout, stderr, status } = program(argv, '{"name": "Ada"}');
  expect([stderr, status]).toEqual(['', 0]);
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'created', customer: { id: 1 } });
  expect(await schemaErrors(onlyObject(stdout))).toEqual([]);
});

test('what npx helpcrunch-customer prints last is its own', () => {
  const { stderr, status } = program(['hstory']);
  expect(stderr).toMatch(/\n→ To see all options, run: helpcrunch-customer --help\n$/u);
  expect(status).toBe(2);
});
