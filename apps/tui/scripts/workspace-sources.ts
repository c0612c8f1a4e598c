import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/** Bundles the workspace's packages from their sources: the wizard can be built where TypeScript is not installed. */
export const workspaceSources: Plugin = {
  name: 'workspace-sources',
  setup(build) {
    build.onResolve({ filter: /^@helpcrunch-customer-kit\// }, ({ path }) => {
      const built = fileURLToPath(import.meta.resolve(path));
      return { path: realpathSync(built.replace(/([\\/])dist([\\/].*)\.js$/, '$1src$2.ts')) };
    });
  },
};
