import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/** Where Yoga takes a WebAssembly that it is given. */
const takesBinary = 'h.wasmBinary&&(w=h.wasmBinary);';

/** Takes out of the bundle what Ink brings along and what only costs time before the first frame. */
export const leanStart: Plugin = {
  name: 'lean-start',
  setup(build) {
    // Ink's version 8 compiles the expression for every emoji there is, at the first "·"; version 9 does it at the
    // first emoji. One of them measures everything: what Ink draws and what the views count on.
    const stringWidth = fileURLToPath(import.meta.resolve('string-width'));
    build.onResolve({ filter: /^string-width$/ }, () => ({ path: stringWidth }));

    // Two versions of one package would do the same.
    build.onResolve({ filter: /^chalk$/ }, ({ importer, kind }) =>
      importer.includes('ink-text-input')
        ? build.resolve('chalk', { kind, resolveDir: dirname(fileURLToPath(import.meta.resolve('ink'))) })
        : undefined,
    );

    // One version of it for both that ask: what one of them has more, the other never reads.
    const ansiStyles = createRequire(import.meta.resolve('wrap-ansi')).resolve('ansi-styles');
    build.onResolve({ filter: /^ansi-styles$/ }, () => ({ path: ansiStyles }));

    // Ink draws an error of a component with its source code. The program ends with a message of its own instead.
    build.onLoad({ filter: /ink[\\/]build[\\/]components[\\/]ErrorOverview\.js$/ }, () => ({
      contents: 'export default () => null;',
    }));

    // Why a rule exists is for pages and agents: the program never shows it.
    build.onLoad({ filter: /core[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(/^( +why: )'.*',$/gm, "$1'',"),
      loader: 'ts',
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

const requireLine = 'const require = process.getBuiltinModule("node:module").createRequire(import.meta.url);';
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
      const source = `process.getBuiltinModule(${module})`;
      const name = all ?? whole;
      if (name !== undefined) taken.push(`const ${name} = ${source};`);
      if (names !== undefined) named.set(source, [...(named.get(source) ?? []), ...splitNames(names)]);
      return '';
    },
  );
  for (const [source, names] of named) taken.push(...takeNames(names, source));
  const needsRequire = /\brequire\b/.test(rest);
  await writeFile(
    path,
    [shebang, ...(needsRequire ? [requireLine] : []), ...taken, rest].join('\n').trimStart(),
  );
}

/** Modules that take milliseconds to load, and that most runs never use. Only functions are taken from them. */
const lateModules: ReadonlySet<string> = new Set(['node:child_process', 'node:crypto']);

function splitNames(names: string): string[] {
  return names
    .slice(1, -1)
    .split(',')
    .map((each) => each.trim());
}

function takeNames(names: readonly string[], source: string): string[] {
  const isLate = [...lateModules].some((module) => source.includes(`"${module}"`));
  if (!isLate) return [`const {${names.map((name) => name.replace(/\s+as\s+/, ':')).join(',')}}=${source};`];
  return names
    .map((name) => name.split(/\s+as\s+/))
    .map(([name, own = name]) => `const ${own}=(...x)=>${source}.${name}(...x);`);
}

function splitShebang(text: string): [string, string] {
  const end = text.startsWith('#!') ? text.indexOf('\n') : 0;
  return [text.slice(0, end), text.slice(end)];
}
