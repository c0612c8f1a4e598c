import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** The folders of the packages of which at least a byte is in a bundle, in order of their names. */
export function bundledPackages({ outputs }: Metafile, from: string): readonly string[] {
  const folders = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = bytesInOutput > 0 ? packageFolder(path) : undefined;
      if (folder !== undefined) folders.add(join(from, folder));
    }
  }
  return [...folders].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/** Up to the name that follows the last `node_modules`; undefined for what is the kit's own. */
function packageFolder(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules'));
}
