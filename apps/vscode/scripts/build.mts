// Bundles the extension: a small entry for each host, the bundles that both load on demand, and the panel's script.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { writeLicenses } from '@helpcrunch-customer-kit/supply-chain';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { bundleServer } from 'helpcrunch-customer-mcp/bundle';

/** Modules that the entry loads on demand, each as a bundle of its own. */
const separateBundles = [
  [/\/start-app\.ts$/, './app.js'],
  [/\/language\/start-language\.ts$/, './language.js'],
  [/\/import\/start-imports\.ts$/, './import.js'],
  [/\/sandbox\/listen$/, './listen.js'],
  [/\/local\/ledger$/, './ledger.js'],
] as const;

const loadSeparately: Plugin = {
  name: 'load-separately',
  setup(setup) {
    for (const [filter, path] of separateBundles) {
      setup.onResolve({ filter }, ({ kind }) =>
        kind === 'dynamic-import' ? { path, external: true } : null,
      );
    }
  },
};

/** The ledger has a bundle. A browser has no files, and nothing there uses it. */
const requireLedger: Plugin = {
  name: 'require-ledger',
  setup(setup) {
    setup.onResolve({ filter: /\/local\/ledger$/ }, () => ({ path: './ledger.js', external: true }));
  },
};

const common: BuildOptions = {
  bundle: true,
  minify: true,
  target: 'es2024',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
} satisfies BuildOptions;

/** CommonJS that runs in both hosts: modules of one host are only required there. */
const module: BuildOptions = {
  ...common,
  platform: 'neutral',
  format: 'cjs',
  external: ['vscode', 'node:*', ...builtinModules],
  // The UMD builds in the `main` of some packages hide their requires from the bundler and fail at start.
  mainFields: ['module', 'main'],
  conditions: ['import', 'node', 'browser'],
  // `import()` becomes `require`, since the loader of ES modules does not know `vscode`.
  supported: { 'dynamic-import': false },
};

const at = (specifier: string) => fileURLToPath(import.meta.resolve(specifier));

// Files of an earlier build would be packaged.
await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
const built = await Promise.all([
  build({
    ...module,
    entryPoints: ['src/entry/node.ts'],
    outfile: 'dist/extension.js',
    plugins: [loadSeparately],
  }),
  build({ ...module, entryPoints: ['src/entry/web.ts'], outfile: 'dist/web/extension.js' }),
  build({ ...module, entryPoints: ['src/entry/start-app.ts'], outfile: 'dist/app.js' }),
  build({ ...module, entryPoints: ['src/language/start-language.ts'], outfile: 'dist/language.js' }),
  build({
    ...module,
    entryPoints: ['src/import/start-imports.ts'],
    outfile: 'dist/import.js',
    plugins: [requireLedger],
    // csv-parse makes constants of it when it is loaded; a browser reads no tables.
    banner: { js: 'var Buffer = globalThis.Buffer ?? { from: (value) => Uint8Array.from(value) };' },
  }),
  build({ ...module, entryPoints: ['src/entry/server.ts'], outfile: 'dist/server.js' }),
  build({
    ...module,
    entryPoints: [at('@helpcrunch-customer-kit/sandbox/listen')],
    outfile: 'dist/listen.js',
  }),
  build({
    ...module,
    entryPoints: [at('@helpcrunch-customer-kit/local/ledger')],
    outfile: 'dist/ledger.js',
  }),
  build({
    ...common,
    format: 'iife',
    entryPoints: ['src/panel-script/main.ts'],
    outfile: 'dist/panel.js',
  }),
  // A program of its own for agents. There, a module needs the name of one.
  bundleServer({ outdir: 'dist/mcp', extension: '.mjs' }),
]);
const metafiles = built.flatMap(({ metafile }) => metafile ?? []);
writeLicenses(metafiles, 'dist/third-party-licenses.txt');
await copyFile(at('@helpcrunch-customer-kit/core/customer.schema.json'), 'dist/customer.schema.json');
await copyFile('../../docs/rules.md', 'dist/rules.md');
