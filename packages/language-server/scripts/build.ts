// Bundles the command-line server: one file, and what schemaFeatures needs in files beside it.
import { chmod, copyFile, rm } from 'node:fs/promises';
import { writeLicenses } from '@helpcrunch-customer-kit/supply-chain';
import { build } from 'esbuild';

const out = 'dist/bin';
await rm(out, { recursive: true, force: true });
const { warnings, metafile } = await build({
  metafile: true,
  entryPoints: { 'helpcrunch-language-server': 'src/bin/main.ts' },
  outdir: out,
  bundle: true,
  splitting: true,
  minify: true,
  legalComments: 'none',
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  // A UMD build comes first otherwise, and dies when it is started.
  mainFields: ['module', 'main'],
  // Some of what is bundled is CommonJS and asks for Node's modules by require.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
await chmod(`${out}/helpcrunch-language-server.js`, 0o755);
await copyFile('../../docs/rules.md', `${out}/rules.md`);
writeLicenses([metafile], `${out}/third-party-licenses.txt`);
if (warnings.length > 0) process.exitCode = 1;
