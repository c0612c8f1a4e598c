import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/**
 * Bundles the workspace's packages from their sources: a program can be built where TypeScript is not installed.
 *
 * @param resolve `import.meta.resolve` of a file of the package that is built
 */
export function workspaceSources(resolve: (name: string) => string): Plugin {
  return {
    name: 'workspace-sources',
    setup(build) {
      build.onResolve({ filter: /^@helpcrunch-customer-kit\// }, ({ path }) => {
        const built = fileURLToPath(resolve(path));
        return { path: realpathSync(built.replace(/([\\/])dist([\\/].*)\.js$/, '$1src$2.ts')) };
      });
    },
  };
}
