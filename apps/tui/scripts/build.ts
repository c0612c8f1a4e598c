import { readFile, rm } from 'node:fs/promises';
import { writeLicenses } from '@helpcrunch-customer-kit/supply-chain';
import { nodeProgram, workspaceSources } from '@helpcrunch-customer-kit/supply-chain/bundle';
import { build } from 'esbuild';
import { leanStart, takeBuiltins } from './lean-start.ts';
import { mergeChunks } from './merge-chunks.ts';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const [outdir = 'dist'] = process.argv.slice(2);
await rm(outdir, { recursive: true, force: true });
const { warnings, metafile } = await build({
  ...nodeProgram,
  entryPoints: {
    main: 'src/main.ts',
    'keychain-process': '@helpcrunch-customer-kit/local/keychain-process',
  },
  outdir,
  jsx: 'automatic',
  plugins: [workspaceSources((name) => import.meta.resolve(name)), leanStart],
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    KIT_VERSION: JSON.stringify(version),
  },
});
for (const path of await mergeChunks(metafile)) await takeBuiltins(path);
writeLicenses([metafile], `${outdir}/third-party-licenses.txt`);
if (warnings.length > 0) process.exitCode = 1;
