import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Dependency, PageFacts } from './dependencies-page.ts';
import { type DirectDependency, directDependencies, readLockfile } from './lockfile.ts';

export const root: string = fileURLToPath(new URL('../../../../', import.meta.url));

const apart = ['apps/vscode/e2e', 'packages/bench/peers'];

/** What the page is made from: lockfiles, the workspace's settings, and the installed packages' licences. */
export function pageFacts(): PageFacts {
  const { allowBuilds } = parse(read('pnpm-workspace.yaml'));
  return {
    dependencies: dependenciesIn('.').map(withLicence),
    apart: apart.flatMap((folder) => dependenciesIn(folder).map((one) => ({ ...one, usedIn: folder }))),
    licenceOf: installedLicences(),
    allowedScripts: Object.keys(allowBuilds)
      .filter((name) => allowBuilds[name] === true)
      .sort(),
  };
}

function dependenciesIn(folder: string): readonly DirectDependency[] {
  return directDependencies(readLockfile(read(join(folder, 'pnpm-lock.yaml'))));
}

function withLicence(dependency: DirectDependency): Dependency {
  const { usedIn, name } = dependency;
  const { license } = JSON.parse(read(join(usedIn, 'node_modules', name, 'package.json')));
  return { ...dependency, licence: typeof license === 'string' ? license : undefined };
}

/** The licence of every installed package, by `name@version`. */
function installedLicences(): (key: string) => string | undefined {
  const store = join('node_modules', '.pnpm');
  const folders = readdirSync(join(root, store));
  return (key) => {
    const name = key.slice(0, key.lastIndexOf('@'));
    const inStore = key.replace('/', '+');
    const folder = folders.find((one) => one === inStore || one.startsWith(`${inStore}_`));
    if (folder === undefined) return undefined;
    const { license } = JSON.parse(read(join(store, folder, 'node_modules', name, 'package.json')));
    return typeof license === 'string' ? license : undefined;
  };
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
