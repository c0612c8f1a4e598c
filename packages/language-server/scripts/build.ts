// Bundles the command-line server into one file, with the files of schemaFeatures beside it.
import { chmod, copyFile, rm } from 'node:fs/promises';
import { writeLicenses } from '@helpcrunch-customer-kit/supply-chain';
import { nodeProgram, requireBanner } from '@helpcrunch-customer-kit/supply-chain/bundle';
import { build } from 'esbuild';

const out = 'dist/bin';
await rm(out, { recursive: true, force: true });
const { warnings, metafile } = await build({
  ...nodeProgram,
  entryPoints: { 'helpcrunch-language-server': 'src/bin/main.ts' },
  outdir: out,
  banner: requireBanner,
});
await chmod(`${out}/helpcrunch-language-server.js`, 0o755);
await copyFile('../../docs/rules.md', `${out}/rules.md`);
writeLicenses([metafile], `${out}/third-party-licenses.txt`);
if (warnings.length > 0) process.exitCode = 1;
