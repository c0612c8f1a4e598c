// Bundles the extension: a small entry for each host, the parts that both load on demand, and the panel's script.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLicenses } from '@helpcrunch-customer-kit/supply-chain';
import { type BuildOptions, build, type Metafile, type Plugin, transform } from 'esbuild';
import { leanServer, server } from 'helpcrunch-customer-mcp/bundle';

const at = (specifier: string) => fileURLToPath(import.meta.resolve(specifier));

/** What the entries load on demand, by the names of the files; `server` and `mcp` are programs of their own. */
const parts = {
  app: 'src/entry/start-app.ts',
  language: 'src/language/start-language.ts',
  import: 'src/import/start-imports.ts',
  server: 'src/entry/server.ts',
  listen: at('@helpcrunch-customer-kit/sandbox/listen'),
  ledger: at('@helpcrunch-customer-kit/local/ledger'),
  mcp: server.entryPoint,
};

/** As the entries import them. */
const importedParts = [
  [/\/start-app\.ts$/, './app.js'],
  [/\/language\/start-language\.ts$/, './language.js'],
  [/\/import\/start-imports\.ts$/, './import.js'],
  [/\/sandbox\/listen$/, './listen.js'],
  [/\/local\/ledger$/, './ledger.js'],
] as const;

const loadParts: Plugin = {
  name: 'load-parts',
  setup(setup) {
    for (const [filter, path] of importedParts) {
      setup.onResolve({ filter }, ({ kind }) =>
        kind === 'dynamic-import' ? { path, external: true } : null,
      );
    }
  },
};

const common = {
  bundle: true,
  minify: true,
  target: 'es2024',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
} satisfies BuildOptions;

/** `import()` becomes `require`, since the loader of ES modules does not know `vscode`. */
const commonJs = { format: 'cjs', supported: { 'dynamic-import': false } } satisfies BuildOptions;

/** Runs in both hosts: modules of one host are only used there. */
const module = {
  ...common,
  platform: 'neutral',
  external: ['vscode', 'node:*', ...builtinModules, '@napi-rs/keyring'],
  // The UMD builds in the `main` of some packages hide their requires from the bundler and fail at start.
  mainFields: ['module', 'main'],
  conditions: ['import', 'node', 'browser'],
} satisfies BuildOptions;

/** What a file needs before it can run as CommonJS in either host. */
const banners = [
  // csv-parse makes constants of it when it is loaded; a browser reads no tables.
  [/\bBuffer\.from\(/, 'var Buffer = globalThis.Buffer ?? { from: (value) => Uint8Array.from(value) };'],
  [/\bimport\.meta\.url\b/, "var moduleUrl = require('node:url').pathToFileURL(__filename).href;"],
] as const;

interface Parts {
  readonly metafile: Metafile;
  /** The name of the file that an output is written to. */
  readonly nameOf: (path: string) => string;
}

/** As esbuild names what several parts share. */
const hashedName = /^[A-Z\d]{8}\.js$/;

/**
 * Builds the parts so that what they share is in files of its own: esbuild splits only ES modules, each of which is then
 * made CommonJS.
 */
async function buildParts(): Promise<Parts> {
  const { metafile, outputFiles } = await build({
    ...module,
    format: 'esm',
    splitting: true,
    entryPoints: parts,
    chunkNames: '[hash]',
    outdir: 'dist',
    write: false,
    plugins: [leanServer],
    define: server.define,
  });
  // Numbers instead of hashes: a build replaces the files of the one before, also where a cache brings them back.
  const numbers = new Map(
    Object.keys(metafile.outputs)
      .map((path) => basename(path))
      .filter((name) => hashedName.test(name))
      .map((name, index) => [name, `shared-${index + 1}.js`]),
  );
  const nameOf = (path: string) => numbers.get(basename(path)) ?? basename(path);
  // `import()` of CommonJS would find nothing but a default.
  const wasCommonJs = (path: string) => String(metafile.outputs[relative('.', path)]?.exports) === 'default';
  await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const named = text.replaceAll(/(?<="\.\/)[A-Z\d]{8}\.js(?=")/g, nameOf);
      const { code } = await transform(named, {
        ...commonJs,
        target: common.target,
        minify: true,
        legalComments: 'none',
        define: { 'import.meta.url': 'moduleUrl' },
        banner: banners.flatMap(([needs, banner]) => (needs.test(text) ? banner : [])).join('\n'),
        footer: wasCommonJs(path) ? 'module.exports = module.exports.default;' : '',
      });
      await writeFile(`dist/${nameOf(path)}`, code);
    }),
  );
  return { metafile, nameOf };
}

/**
 * The files of a part, which a browser has to read before the part runs. What is imported on demand and stands on Node is
 * left out.
 */
function filesFor(part: string, { metafile: { outputs }, nameOf }: Parts): string[] {
  const found = new Set<string>();
  const isForNode = (path: string) =>
    outputs[path]?.imports.some(({ path, external }) => external && path !== 'vscode') ?? false;
  function visit(path: string): void {
    if (found.has(path)) return;
    found.add(path);
    for (const each of outputs[path]?.imports ?? [])
      if (!each.external && !(each.kind === 'dynamic-import' && isForNode(each.path))) visit(each.path);
  }
  visit(`dist/${part}.js`);
  return [...found].map(nameOf);
}

// Files of an earlier build would be packaged.
await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });
const shared = await buildParts();
const webParts = ['app', 'language', 'import', 'server'].map((part) => [part, filesFor(part, shared)]);
const built = await Promise.all([
  build({
    ...module,
    ...commonJs,
    entryPoints: ['src/entry/node.ts'],
    outfile: 'dist/extension.js',
    plugins: [loadParts],
  }),
  build({
    ...module,
    ...commonJs,
    entryPoints: ['src/entry/web.ts'],
    outfile: 'dist/web/extension.js',
    define: { WEB_PARTS: JSON.stringify(Object.fromEntries(webParts)) },
  }),
  build({
    ...common,
    format: 'iife',
    entryPoints: ['src/panel-script/main.ts'],
    outfile: 'dist/panel.js',
  }),
]);
writeLicenses([shared.metafile, ...built.map(({ metafile }) => metafile)], 'dist/third-party-licenses.txt');
await copyFile(at('@helpcrunch-customer-kit/core/customer.schema.json'), 'dist/customer.schema.json');
await copyFile('../../docs/rules.md', 'dist/rules.md');
