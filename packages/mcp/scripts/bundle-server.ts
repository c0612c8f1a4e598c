import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { workspaceSources } from '@helpcrunch-customer-kit/supply-chain/workspace-sources';
import { type BuildResult, build } from 'esbuild';
import { leanServer } from './lean-server.ts';

const root = new URL('..', import.meta.url);

export interface BundleOptions {
  readonly outdir: string;
  /** Modules besides the server, by the names of their bundles. */
  readonly others?: Readonly<Record<string, string>>;
  /** What Node takes for a module, wherever the bundles are. */
  readonly extension?: '.js' | '.mjs';
}

/** Bundles the server and its sandbox, as modules of Node. */
export async function bundleServer({
  outdir,
  others = {},
  extension = '.js',
}: BundleOptions): Promise<BuildResult<{ metafile: true }>> {
  const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  return build({
    metafile: true,
    entryPoints: { main: fileURLToPath(new URL('src/main.ts', root)), ...others },
    outdir,
    outExtension: { '.js': extension },
    bundle: true,
    splitting: true,
    minify: true,
    legalComments: 'none',
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    // A binary of the platform, loaded on demand: everything works without it but the keychain.
    external: ['@napi-rs/keyring'],
    mainFields: ['module', 'main'],
    plugins: [workspaceSources((name) => import.meta.resolve(name)), leanServer],
    define: { KIT_VERSION: JSON.stringify(version) },
    // Some of what is bundled is CommonJS and asks for Node's modules by require.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
}
