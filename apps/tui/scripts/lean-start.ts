import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportKind, Plugin } from 'esbuild';

/** Where Yoga takes a WebAssembly that it is given. */
const takesBinary = 'h.wasmBinary&&(w=h.wasmBinary);';

/** Packages, and what is enough of them here. */
const smaller = [
  ['terminal-size', 'export default () => ({ columns: 80, rows: 24 });'],
  ['patch-console', 'export default () => () => {};'],
  ['environment', 'export const isBrowser = false;'],
  // Ink remembers how wide texts are: a cache that is full begins again.
  [
    'quick-lru',
    'export default class extends Map { constructor({ maxSize }) { super(); this.max = maxSize; } set(key, value) { if (this.size >= this.max) this.clear(); return super.set(key, value); } }',
  ],
] as const;

/** Takes out of the bundle what Ink brings along and what only costs time before the first frame. */
export const leanStart: Plugin = {
  name: 'lean-start',
  setup(build) {
    // Ink's version 8 compiles the expression for every emoji there is, at the first "·"; version 9 does it at the
    // first emoji. One of them measures everything: what Ink draws and what the views count on.
    const stringWidth = fileURLToPath(import.meta.resolve('string-width'));
    build.onResolve({ filter: /^string-width$/ }, () => ({ path: stringWidth }));

    // Two versions of one package would do the same.
    const inkFolder = dirname(fileURLToPath(import.meta.resolve('ink')));
    const resolveChalk = (kind: ImportKind) => build.resolve('chalk', { kind, resolveDir: inkFolder });
    build.onResolve({ filter: /^chalk$/ }, ({ importer, kind }) =>
      importer.includes('ink-text-input') ? resolveChalk(kind) : undefined,
    );

    // Chalk has a copy of it that does for everyone.
    build.onResolve({ filter: /^ansi-styles$/ }, async ({ kind }) => {
      const { path } = await resolveChalk(kind);
      return { path: join(dirname(path), 'vendor', 'ansi-styles', 'index.js') };
    });

    // Ink draws an error of a component with its source code. The program ends with a message of its own instead.
    build.onLoad({ filter: /ink[\\/]build[\\/]components[\\/]ErrorOverview\.js$/ }, () => ({
      contents: 'export default () => null;',
    }));

    // The program reads the keys itself: Ink never gets one to decode.
    build.onLoad({ filter: /ink[\\/]build[\\/]parse-keypress\.js$/ }, () => ({
      contents: 'export default () => ({}); export const nonAlphanumericKeys = [];',
    }));

    // A terminal reports its size, the console is left alone, and this is not a browser.
    for (const [name, contents] of smaller) {
      build.onLoad(
        { filter: new RegExp(`node_modules[\\\\/]${name}[\\\\/](?:dist[\\\\/])?index\\.js$`) },
        () => ({ contents }),
      );
    }

    // No box here has a border, and no table of its corners is needed.
    build.onLoad({ filter: /ink[\\/]build[\\/]render-border\.js$/ }, () => ({
      contents: 'export default () => {};',
    }));

    // The parser of JSON brings its formatter along, which fills tables of spaces. Nothing here formats.
    build.onResolve({ filter: /[\\/](?:format|edit|string-intern)$/ }, ({ path, resolveDir }) =>
      resolveDir.includes('jsonc-parser')
        ? { path: join(resolveDir, `${path}.js`), sideEffects: false }
        : undefined,
    );

    // Finding a language by its name is not used: spelling all of them in lower case takes a millisecond.
    build.onLoad({ filter: /iso-639-1[\\/]src[\\/]index\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const lean = code.replaceAll(/LANGUAGES_BY_NAME\[(?:name|nativeName)\.toLowerCase\(\)\] =\s*/g, '');
      if (lean === code) throw new Error('The list of languages has changed.');
      return { contents: lean };
    });

    // Without the names of its properties, the list takes 4 kB less.
    build.onLoad({ filter: /iso-639-1[\\/]src[\\/]data\.js$/ }, ({ path }) => {
      const list: Readonly<Record<string, { name: string; nativeName: string }>> = createRequire(path)(path);
      const rows = Object.entries(list).map(([code, { name, nativeName }]) => [code, name, nativeName]);
      if (/[|_]/.test(rows.flat().join(''))) throw new Error('The names of languages have changed.');
      const text = JSON.stringify(rows.map((row) => row.join('_')).join('|'));
      const toEntry = '([code, name, nativeName]) => [code, { name, nativeName }]';
      return {
        contents: `module.exports = Object.fromEntries(${text}.split('|').map((row) => row.split('_')).map(${toEntry}));`,
      };
    });

    // What is wrong with an option of the parser of tables: no option comes from a user, and the code says which it is.
    build.onLoad({ filter: /csv-parse[\\/]lib[\\/]api[\\/]normalize_options\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const lean = code.replaceAll(/("CSV_INVALID_OPTION\w*",\s*)\[[\s\S]*?\n\s*\],(?=\s*options)/g, '$1[],');
      if (lean === code) throw new Error('The parser of tables has changed.');
      return { contents: lean };
    });

    // Why a rule exists, its heading and its examples are for pages and agents: the program never shows them.
    build.onLoad({ filter: /core[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        /^ +(?:(?:why|title|example): (['"`]).*\1|sample: \{.*\}),$/gm,
        '',
      ),
      loader: 'ts',
    }));

    // What React does for other hosts than a terminal.
    build.onLoad({ filter: /react-reconciler\.production\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        /(\$\$\$config\.)?\bsupports(?:(Mutation|Microtasks)|Persistence|Hydration|Resources|Singletons|TestSelectors)\b(\s*=)?/g,
        (text, ofHost, isSupported, isDeclared) => (ofHost || isDeclared ? text : isSupported ? '!0' : '!1'),
      ),
    }));

    // It connects to React's devtools, in development only.
    build.onLoad({ filter: /ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: '' }));

    // Yoga has its WebAssembly as text in the very file that it loads. As a file it is a quarter smaller, is not compiled
    // as JavaScript first, and is not taken through fetch, for which Node would set up its whole HTTP client.
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const [text, base64 = ''] = /"data:application\/octet-stream;base64,([^"]+)"/.exec(code) ?? [];
      if (text === undefined || !code.includes(takesBinary)) throw new Error('Yoga has changed.');
      const { outdir = 'dist' } = build.initialOptions;
      await mkdir(outdir, { recursive: true });
      await writeFile(join(outdir, 'yoga.wasm'), Buffer.from(base64, 'base64'));
      const read =
        "w=process.getBuiltinModule('node:fs').readFileSync(new URL('./yoga.wasm', import.meta.url))";
      return { contents: code.replace(text, '""').replace(takesBinary, `${read};`) };
    });
  },
};

/** Made when it is first called, which most runs never do. */
const requireLine =
  'let $require;const require=(x)=>($require??=process.getBuiltinModule("node:module").createRequire(import.meta.url))(x);';
const builtinImport =
  /\bimport\s*(?:\*\s*as\s+([\w$]+)|([\w$]+))?\s*,?\s*(\{[^}]*\})?\s*from\s*(["']node:[\w/]+["']);/g;

/**
 * Takes Node's modules as objects. An `import` makes all that a module exports at once, `process.stdin` and WebCrypto
 * included; what is taken from an object is made alone. Some of what is bundled is CommonJS and asks for Node's modules
 * by `require`.
 */
export async function takeBuiltins(path: string): Promise<void> {
  const [shebang = '', code = ''] = splitShebang(await readFile(path, 'utf8'));
  const taken: string[] = [];
  // One statement a module, however many files of a chunk take from it.
  const named = new Map<string, string[]>();
  const rest = code.replaceAll(
    builtinImport,
    (_, all: string | undefined, whole: string | undefined, names: string | undefined, module: string) => {
      const source = module.slice(1, -1);
      const name = all ?? whole;
      if (name !== undefined) taken.push(`const ${name} = process.getBuiltinModule("${source}");`);
      if (names !== undefined) named.set(source, [...(named.get(source) ?? []), ...splitNames(names)]);
      return '';
    },
  );
  const helpers = [
    ...(/\brequire\b/.test(rest) ? [requireLine] : []),
    ...([...named.keys()].some((module) => lateModules.has(module)) ? [lateLine] : []),
  ];
  for (const [module, names] of named) taken.push(takeNames(names, module));
  await writeFile(path, [shebang, ...helpers, ...taken, rest].join('\n').trimStart());
}

/** Modules that take milliseconds to load, and that most runs never use. Functions and classes are taken from them. */
const lateModules: ReadonlySet<string> = new Set([
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:readline',
  'node:tty',
]);

function splitNames(names: string): string[] {
  return names
    .slice(1, -1)
    .split(',')
    .map((each) => each.trim());
}

/** Takes functions and classes from a module when they are first used. */
const lateLine =
  'const $late=(m)=>new Proxy({},{get:(_,n)=>function(...x){const f=process.getBuiltinModule(m)[n];return new.target?new f(...x):f(...x)}});';

function takeNames(names: readonly string[], module: string): string {
  const isLate = lateModules.has(module);
  for (const name of isLate ? names : []) requireFunction(module, name.replace(/\s.*/, ''));
  const source = isLate ? '$late' : 'process.getBuiltinModule';
  return `const {${names.map((name) => name.replace(/\s+as\s+/, ':')).join(',')}}=${source}("${module}");`;
}

/** Anything else would be replaced by a function without a word. */
function requireFunction(module: string, name: string): void {
  const value: unknown = Reflect.get(process.getBuiltinModule(module) ?? {}, name);
  if (typeof value !== 'function') throw new Error(`"${name}" of ${module} is not a function.`);
}

function splitShebang(text: string): [string, string] {
  const end = text.startsWith('#!') ? text.indexOf('\n') : 0;
  return [text.slice(0, end), text.slice(end)];
}
