// Bundles the server, its sandbox and the program that asks the keychain: node scripts/build.ts [FOLDER]
import { chmod, rm } from 'node:fs/promises';
import { writeLicenses } from '@helpcrunch-customer-kit/supply-chain';
import { bundleServer } from './bundle-server.ts';

const [outdir = 'dist'] = process.argv.slice(2);
await rm(outdir, { recursive: true, force: true });
const { warnings, metafile } = await bundleServer({
  outdir,
  others: { 'keychain-process': '@helpcrunch-customer-kit/local/keychain-process' },
});
await chmod(`${outdir}/main.js`, 0o755);
writeLicenses([metafile], `${outdir}/third-party-licenses.txt`);
if (warnings.length > 0) process.exitCode = 1;
