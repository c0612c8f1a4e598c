import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';

const runScript = fileURLToPath(new URL('../../../scripts/run.mjs', import.meta.url));
const settings = fileURLToPath(new URL('../../../pnpm-workspace.yaml', import.meta.url));
const program = "process.stdout.write(JSON.stringify([process.cwd(), process.argv.slice(2)]) + '\\n');";

/** A repository with the root's own script, a program that prints its folder, and nothing to install or build. */
async function repository(path: string): Promise<void> {
  await mkdir(join(path, 'scripts'), { recursive: true });
  await mkdir(join(path, 'docs'));
  await mkdir(join(path, 'apps', 'tui', 'dist'), { recursive: true });
  await cp(runScript, join(path, 'scripts', 'run.mjs'));
  const setUp = `export const root = ${JSON.stringify(path)}; export const setUp = () => true;`;
  await writeFile(join(path, 'scripts', 'set-up.mjs'), setUp);
  await writeFile(join(path, 'scripts', 'build-program.mjs'), 'export const buildProgram = () => true;');
  await writeFile(join(path, 'apps', 'tui', 'dist', 'main.js'), program);
  const scripts = { tui: 'node scripts/run.mjs tui' };
  await writeFile(join(path, 'package.json'), JSON.stringify({ name: 'any', type: 'module', scripts }));
}

test.each([
  ['the root', '.'],
  ['a folder inside', 'docs'],
  ['a folder outside', '..'],
])('pnpm tui started in %s names files from there', async (_name, place) => {
  await using folder = await makeFolder();
  const root = join(folder.path, 'repository');
  await repository(root);
  const cwd = await realpath(join(root, place));
  const argv = ['--silent', '--dir', root, 'tui', '--from', 'ada.json'];
  const { stdout, stderr } = spawnSync('pnpm', argv, { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([cwd, ['--from', 'ada.json']]);
});

test('pnpm tui prints nothing of its own, before the program or after a failure', async () => {
  await using folder = await makeFolder();
  const root = join(folder.path, 'repository');
  await repository(root);
  const reporter = /^reporter: .*$/mu.exec(await readFile(settings, 'utf8'))?.[0] ?? '';
  await writeFile(join(root, 'pnpm-workspace.yaml'), `packages: []\n${reporter}\n`);
  const failing = "process.stderr.write('the last line\\n'); process.exitCode = 3;";
  await writeFile(join(root, 'apps', 'tui', 'dist', 'main.js'), failing);
  const { stdout, stderr, status } = spawnSync('pnpm', ['--dir', root, 'tui'], { encoding: 'utf8' });
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: 'the last line\n', status: 3 });
});
