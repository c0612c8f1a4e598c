import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionFolder } from '../places.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { zipFiles } from '../sizes/zip-files.ts';

/** Packs the extension, and looks at what came of it; kilobytes of 1000 bytes. */
export function measureExtensionPackage(): Record<string, Figure> {
  const { status } = spawnSync(process.execPath, ['scripts/package.mts'], {
    cwd: extensionFolder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The extension could not be packed.');
  const archive = readFileSync(join(extensionFolder, 'helpcrunch-customer-kit.vsix'));
  return {
    'vsix-size': toFigure({ [ours]: [archive.length / 1000] }),
    'vsix-files': toFigure({ [ours]: [zipFiles(archive)] }),
  };
}
