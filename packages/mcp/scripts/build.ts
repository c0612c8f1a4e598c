// Bundles the server, its sandbox and the program that asks the keychain: node scripts/build.ts [FOLDER]
import { chmod, rm } from 'node:fs/promises';
import { writeLicenses } from '@helpcrunch-customer-kit/supply-chain';
import { nodeProgram, requireBanner, workspaceSources } from '@helpcrunch-customer-kit/supply-chain/bundle';
import { build } from 'esbuild';
import { leanServer, server } from './lean-server.ts';

const [outdir = 'dist'] = process.argv.slice(2);
await rm(outdir, { recursive: true, force: true });
const { warnings, metafile } = await build({
  ...nodeProgram,
  entryPoints: {
    main: server.entryPoint,
    'keychain-process': '@helpcrunch-customer-kit/local/keychain-process',
  },
  outdir,
  plugins: [workspaceSources((name) => import.meta.resolve(name)), leanServer],
  define: server.define,
  banner: requireBanner,
});
await chmod(`${outdir}/main.js`, 0o755);
writeLicenses([metafile], `${outdir}/third-party-licenses.txt`);
if (warnings.length > 0) process.exitCode = 1;
