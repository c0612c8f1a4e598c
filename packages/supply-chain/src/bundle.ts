import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

/** How every program of the kit is bundled: modules of Node that load no more than a command needs. */
export const nodeProgram = {
  metafile: true,
  bundle: true,
  splitting: true,
  minify: true,
  // They are in a file of their own; see `writeLicenses`.
  legalComments: 'none',
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  // A binary of the platform, loaded on demand: everything works without it but the keychain.
  external: ['@napi-rs/keyring'],
  // A UMD build comes first otherwise, and fails at start.
  mainFields: ['module', 'main'],
} as const satisfies BuildOptions;

/** For bundles with CommonJS in them that asks for Node's modules. */
export const requireBanner = {
  js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
} as const;

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
