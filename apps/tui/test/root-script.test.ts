import { spawnSync } from 'node:child_process';
import { cp, mkdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';

const runBuilt = fileURLToPath(new URL('../../../scripts/run-built.mjs', import.meta.url));
const program = "process.stdout.write(JSON.stringify([process.cwd(), process.argv.slice(2)]) + '\\n');";

/** A repository with the root's own script, a program that says where it stands, and a build that has nothing to do. */
async function repository(path: string): Promise<void> {
  await mkdir(join(path, 'scripts'), { recursive: true });
  await mkdir(join(path, 'docs'));
  await mkdir(join(path, 'node_modules', 'turbo', 'bin'), { recursive: true });
  await cp(runBuilt, join(path, 'scripts', 'run-built.mjs'));
  await writeFile(join(path, 'program.mjs'), program);
  await writeFile(join(path, 'node_modules', 'turbo', 'bin', 'turbo'), '');
  const scripts = { tui: 'node scripts/run-built.mjs any program.mjs' };
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
