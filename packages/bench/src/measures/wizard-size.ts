import { statSync } from 'node:fs';
import { join } from 'node:path';
import { builtPeers, peersFolder, wizardFolder } from '../places.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { folderBytes } from '../sizes/file-sizes.ts';
import { installed } from '../sizes/installed.ts';

/** A peer's bundle, and what has to be installed for it where it is not bundled. */
const peers = [
  ['minimal Ink', 'ink-form', ['ink', 'react', 'ink-text-input']],
  ['@clack/prompts', 'clack', ['@clack/prompts']],
  ['@inquirer/prompts', 'inquirer', ['@inquirer/prompts']],
  ['enquirer Form', 'enquirer-form', ['enquirer']],
] as const;

/** Bundles, installs, and the number of packages; kilobytes of 1000 bytes. */
export function measureWizardSize(): Record<string, Figure> {
  const bundle = folderBytes(join(wizardFolder, 'dist'), '.js');
  const keychain = installed(wizardFolder, ['@napi-rs/keyring']);
  const bundles: Record<string, number[]> = { [ours]: [bundle / 1000] };
  const installs: Record<string, number[]> = { [ours]: [(bundle + keychain.bytes) / 1000] };
  const packages: Record<string, number[]> = { [ours]: [1 + keychain.packages] };
  for (const [name, file, names] of peers) {
    const needs = installed(peersFolder, names);
    bundles[name] = [statSync(join(builtPeers, `${file}.js`)).size / 1000];
    installs[name] = [needs.bytes / 1000];
    packages[name] = [needs.packages];
  }
  return {
    'bundle-size': toFigure(bundles),
    'install-size': toFigure(installs),
    'install-packages': toFigure(packages),
  };
}
