import { mkdir, readFile, writeFile } from 'node:fs/promises';
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
  const rest = code.replaceAll(
    builtinImport,
    (_, all: string | undefined, whole: string | undefined, names: string | undefined, module: string) => {
      const source = `process.getBuiltinModule(${module})`;
      const name = all ?? whole;
      if (name !== undefined) taken.push(`const ${name} = ${source};`);
      if (names !== undefined) taken.push(...takeNames(names, source, lateModules.has(module.slice(1, -1))));
      return '';
    },
  );
  const needsRequire = /\brequire\b/.test(rest);
  await writeFile(
    path,
    [shebang, ...(needsRequire ? [requireLine] : []), ...taken, rest].join('\n').trimStart(),
  );
}

/** Modules that take milliseconds to load, and that most runs never use. Only functions are taken from them. */
const lateModules: ReadonlySet<string> = new Set(['node:child_process', 'node:crypto']);

function takeNames(names: string, source: string, isLate: boolean): string[] {
  if (!isLate) return [`const ${names.replaceAll(/\s+as\s+/g, ': ')} = ${source};`];
  return names
    .slice(1, -1)
    .split(',')
    .map((each) => each.trim().split(/\s+as\s+/))
    .map(([name, own = name]) => `const ${own} = (...given) => ${source}.${name}(...given);`);
}

function splitShebang(text: string): [string, string] {
  const end = text.startsWith('#!') ? text.indexOf('\n') : 0;
  return [text.slice(0, end), text.slice(end)];
}
