import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, budget, type Measured, type Part } from '../budget.ts';
import { ours, toFigure } from '../results.ts';

export const size: Part = {
  name: 'size',
  title: 'Size',
  budgets: [
    budget({ figure: 'bundle-size', title: 'Bundle of the wizard, all commands', unit: 'kB' }, atMost(1000)),
    budget({ figure: 'install-packages', title: 'Packages to install for it', unit: '' }, atMost(3)),
    budget({ figure: 'entry-size', title: 'Entry of the extension', unit: 'kB' }, atMost(20)),
    budget({ figure: 'vsix-size', title: '.vsix, as VS Code downloads it', unit: 'kB' }, atMost(600)),
    budget({ figure: 'vsix-files', title: 'Files in it', unit: '' }, atMost(60)),
  ],
  measure: async () => measureSizes(),
};

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const wizardFolder = at('apps/tui');
const extensionFolder = at('apps/vscode');

/** Packs the extension, then measures the packages and bundles; kilobytes of 1000 bytes. */
function measureSizes(): Measured {
  const { status } = spawnSync(process.execPath, ['scripts/package.mts'], {
    cwd: extensionFolder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The extension could not be packed.');
  const archive = readFileSync(join(extensionFolder, 'helpcrunch-customer-kit.vsix'));
  const bundle = globSync('dist/*.{js,wasm}', { cwd: wizardFolder });
  const bytes = bundle.map((file) => statSync(join(wizardFolder, file)).size);
  const figure = (value: number) => toFigure({ [ours]: [value] });
  return {
    'bundle-size': figure(bytes.reduce((sum, size) => sum + size, 0) / 1000),
    'install-packages': figure(1 + neededPackages(wizardFolder, ['@napi-rs/keyring']).size),
    'entry-size': figure(statSync(join(extensionFolder, 'dist/extension.js')).size / 1000),
    'vsix-size': figure(archive.length / 1000),
    'vsix-files': figure(zipFileCount(archive)),
  };
}

/** The folders of some packages and of everything that they need, each once. */
export function neededPackages(
  folder: string,
  names: readonly string[],
  found = new Set<string>(),
): ReadonlySet<string> {
  for (const name of names) {
    const path = findPackage(folder, name);
    // Optional, for another platform.
    if (path === undefined || found.has(path)) continue;
    found.add(path);
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(path, 'package.json'), 'utf8'),
    );
    neededPackages(path, Object.keys({ ...dependencies, ...optionalDependencies }), found);
  }
  return found;
}

/** Where Node finds a package, looking upwards from a folder. */
function findPackage(folder: string, name: string): string | undefined {
  const path = join(folder, 'node_modules', name);
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(folder);
  return parent === folder ? undefined : findPackage(parent, name);
}

/** How many files a zip archive holds, as the record at its end says. */
export function zipFileCount(archive: Buffer): number {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('Not a zip archive.');
  return archive.readUInt16LE(end + 10);
}
