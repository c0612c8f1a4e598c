import { writeFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { bundledPackages } from './bundled-packages.ts';
import { type Licence, licenceOf } from './licence-of.ts';

/**
 * Writes the licences of everything that was bundled: most of them ask that their notice goes wherever the code goes.
 * The metafiles are those of builds that ran in this folder.
 */
export function writeLicences(metafiles: readonly Metafile[], path: string): void {
  const folders = metafiles.flatMap((metafile) => bundledPackages(metafile, process.cwd()));
  writeFileSync(path, licencesText([...new Set(folders)].map(licenceOf)));
}

/** A page of licences, in order of the packages' names. */
export function licencesText(licences: readonly Licence[]): string {
  const rule = '-'.repeat(80);
  const ordered = [...licences].sort((one, other) => (one.name < other.name ? -1 : 1));
  const pieces = ordered.map(
    ({ name, version, licence, text }) => `${rule}\n${name} ${version} (${licence})\n${rule}\n\n${text}\n`,
  );
  return ['The bundles beside this file hold code of others, under these licences.\n', ...pieces].join('\n');
}
