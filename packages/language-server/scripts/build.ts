// Bundles the command-line server into one file, with the files of schemaFeatures beside it.
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
  // Without this esbuild takes a UMD build, which fails at start.
  mainFields: ['module', 'main'],
  // Some bundled packages are CommonJS and require Node modules.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
await chmod(`${out}/helpcrunch-language-server.js`, 0o755);
await copyFile('../../docs/rules.md', `${out}/rules.md`);
writeLicenses([metafile], `${out}/third-party-licenses.txt`);
if (warnings.length > 0) process.exitCode = 1;
