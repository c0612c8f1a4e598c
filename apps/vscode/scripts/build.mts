// Bundles the extension: an entry and the rest of it for each host, and the panel's script.
import { type BuildOptions, build, type Plugin } from 'esbuild';

/** The entry loads the rest when it is needed; it stays a bundle of its own. */
const appBeside: Plugin = {
  name: 'app-beside',
  setup(setup) {
    setup.onResolve({ filter: /\/app\/node\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './app.js', external: true } : null,
    );
  },
};

const common: BuildOptions = {
  bundle: true,
  minify: true,
  target: 'es2024',
  legalComments: 'none',
  logLevel: 'warning',
};

const node: BuildOptions = {
  ...common,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  // The UMD builds that `main` names in some packages hide their requires from the bundler and die at start.
  mainFields: ['module', 'main'],
  conditions: ['import'],
};

const web: BuildOptions = {
  ...node,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
};

await Promise.all([
  build({
    ...node,
    entryPoints: ['src/entry/node.ts'],
    outfile: 'dist/extension.js',
    plugins: [appBeside],
    // `import()` becomes `require`, which knows `vscode` where Node's own loader does not.
    supported: { 'dynamic-import': false },
  }),
  build({
    ...node,
    entryPoints: ['src/app/node.ts'],
    outfile: 'dist/app.js',
    supported: { 'dynamic-import': false },
  }),
  build({ ...web, entryPoints: ['src/entry/web.ts'], outfile: 'dist/web/extension.js' }),
  build({ ...web, entryPoints: ['src/app/web.ts'], outfile: 'dist/web/app.js' }),
  build({
    ...common,
    format: 'iife',
    entryPoints: ['src/panel-script/main.ts'],
    outfile: 'dist/panel.js',
  }),
]);
