// Bundles the server, its sandbox and the program that asks the keychain: node scripts/build.ts [FOLDER]
import { chmod, rm } from 'node:fs/promises';
import { writeLicenses } from '@helpcrunch-customer-kit/supply-chain';
import { workspaceSources } from '@helpcrunch-customer-kit/supply-chain/workspace-sources';
import { build } from 'esbuild';
import { leanServer, server } from './lean-server.ts';

const [outdir = 'dist'] = process.argv.slice(2);
await rm(outdir, { recursive: true, force: true });
const { warnings, metafile } = await build({
  metafile: true,
  entryPoints: {
    main: server.entryPoint,
    'keychain-process': '@helpcrunch-customer-kit/local/keychain-process',
  },
  outdir,
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
  define: server.define,
  // Some of what is bundled is CommonJS and asks for Node's modules by require.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
await chmod(`${outdir}/main.js`, 0o755);
writeLicenses([metafile], `${outdir}/third-party-licenses.txt`);
if (warnings.length > 0) process.exitCode = 1;
