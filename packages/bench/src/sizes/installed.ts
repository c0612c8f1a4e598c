import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderBytes } from './file-sizes.ts';

export interface Installed {
  readonly packages: number;
  readonly bytes: number;
}

/** What installing some packages brings: they themselves and all that they need, each once, as it lies on the disk. */
export function installed(folder: string, names: readonly string[]): Installed {
  const found = new Map<string, number>();
  const visit = (from: string, name: string) => {
    const path = find(from, name);
    // Optional for another platform, or a peer that nobody asked for.
    if (path === undefined || found.has(path)) return;
    found.set(path, folderBytes(path));
    const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const needed = {
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.peerDependencies,
    };
    // Types are for those who write with it.
    for (const next of Object.keys(needed)) if (!next.startsWith('@types/')) visit(path, next);
  };
  for (const name of names) visit(folder, name);
  return { packages: found.size, bytes: [...found.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

/** Where Node would find a package, looking upwards from a folder. */
function find(folder: string, name: string): string | undefined {
  const path = join(folder, 'node_modules', name);
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(folder);
  return above === folder ? undefined : find(above, name);
}
