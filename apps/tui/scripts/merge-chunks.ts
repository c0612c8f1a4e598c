import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** Files that are loaded on demand, and what they import: all of it is loaded together. */
interface Layer {
  readonly name: string;
  readonly entries: readonly string[];
  /** A part that another file needs as well stays out of the layer; not limited where any may load the whole. */
  readonly users?: RegExp;
  /** For a layer with much text that is not ASCII; in memory, each of its characters takes two bytes then. */
  readonly charset?: 'utf8';
}

/** What is started, not loaded. */
const processes = /main\.ts$|keychain-process/;

/** Each leaves out what the ones before it have. */
const layers: readonly Layer[] = [
  // Before Node keeps what it compiles.
  { name: 'first', entries: ['src/main.ts'] },
  // What decides what runs.
  { name: 'start', entries: ['src/cli.ts', 'src/commands/create.ts', 'src/command-line/help.ts'] },
  { name: 'script', entries: ['src/non-interactive/run.ts'], charset: 'utf8' },
  {
    name: 'wizard',
    entries: ['src/program/open-wizard.ts'],
    users: /open-wizard|open-ink|open-lines|drawn-prompts|line-prompts/,
  },
  { name: 'ink', entries: ['src/render/ink/open-ink.ts'], users: /open-ink|drawn-prompts/ },
];

/** Where something that a chunk exports is now. */
interface Place {
  readonly file: string;
  /** By the names that the chunk had for them. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Merges chunks that are loaded together, and returns the files that there are then. esbuild makes a chunk for every set
 * of files that need a module: dozens of small ones. Node takes a third of a millisecond to load each.
 */
export async function mergeChunks({ outputs }: Metafile): Promise<readonly string[]> {
  const paths = Object.keys(outputs);
  const imports = (path: string) =>
    (outputs[path]?.imports ?? []).flatMap(({ kind, external, path: imported }) =>
      kind === 'import-statement' && !external ? imported : [],
    );
  const entryOf = (path: string) => outputs[path]?.entryPoint ?? '';
  const loaders = paths.filter((path) => entryOf(path) !== '');
  const usersOf = (chunk: string) =>
    loaders.filter((path) => closure([path], imports).has(chunk)).map((path) => entryOf(path));
  const codes = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
  );
  const places = new Map<string, Place>();
  const written: string[] = [];
  for (const { name, entries, users: allowed = /./, charset = 'ascii' } of layers) {
    const roots = paths.filter((path) => entries.includes(entryOf(path)));
    if (roots.length < entries.length)
      throw new Error(`${name} is not loaded on demand as a whole any more.`);
    const chunks = [...closure(roots, imports)].filter(
      (path) =>
        !places.has(path) &&
        !processes.test(entryOf(path)) &&
        usersOf(path).every((user) => allowed.test(user)),
    );
    const file = `./${name}.js`;
    const others = paths.filter((path) => !chunks.includes(path));
    let count = 0;
    for (const path of chunks) {
      const { exports = [], entryPoint } = outputs[path] ?? {};
      // What is loaded on demand is asked for by its own names.
      const names = entryPoint
        ? exports.map((own) => [own, own] as const)
        : [...namesFrom(path, others, codes)].map((own, index) => [own, shortName(count + index)] as const);
      count += names.length;
      places.set(path, { file, names: new Map(names) });
    }
    const path = join(dirname(roots[0] ?? ''), file);
    await writeLayer(
      path,
      chunks.map((chunk) => reexport(`./${basename(chunk)}`, places.get(chunk))),
      charset,
    );
    written.push(path);
  }
  const placeOf = new Map([...places].map(([path, place]) => [`./${basename(path)}`, place]));
  for (const path of [...paths, ...written]) {
    const place = places.get(path);
    if (place) await rm(path);
    else await writeFile(path, redirect(codes.get(path) ?? (await readFile(path, 'utf8')), placeOf));
  }
  return [...paths.filter((path) => !places.has(path)), ...written];
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Names of what is exported: `aa`, `ab`, … A word of the language is one as well. */
function shortName(index: number): string {
  const { length } = letters;
  return `${letters[Math.floor(index / length) % length]}${letters[index % length]}`;
}

/** What some files import from another. */
function namesFrom(
  path: string,
  files: readonly string[],
  codes: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const from = `./${basename(path)}`;
  const statements = files.flatMap((file) => [...(codes.get(file) ?? '').matchAll(staticImport)]);
  const lists = statements.flatMap(([, list, imported]) => (imported === from && list ? [list] : []));
  return new Set(lists.flatMap((list) => list.split(',').map((each) => each.split(' as ')[0] ?? '')));
}

/** As esbuild writes it. */
const staticImport = /\bimport(?:\{([^}]*)\}from)?"(\.\/[\w-]+\.js)";/g;

function reexport(from: string, place: Place | undefined): string {
  const names = [...(place?.names ?? [])].map(([own, there]) => `${own} as ${there}`);
  return `export{${names.join(',')}}from${JSON.stringify(from)};`;
}

async function writeLayer(path: string, lines: readonly string[], charset: 'ascii' | 'utf8'): Promise<void> {
  const folder = resolve(dirname(path));
  const chunks = new Set(lines.map((line) => /"(.*)"/.exec(line)?.[1]));
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: folder },
    outfile: path,
    bundle: true,
    minify: true,
    charset,
    legalComments: 'none',
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    plugins: [
      {
        name: 'layer',
        setup({ onResolve }) {
          onResolve({ filter: /./ }, ({ path: imported, kind }) => ({
            external: kind === 'dynamic-import' || !chunks.has(imported),
            path: chunks.has(imported) && kind !== 'dynamic-import' ? join(folder, imported) : imported,
          }));
        },
      },
    ],
  });
}

/** Imports of merged chunks, from the layers that they are in now. */
function redirect(code: string, places: ReadonlyMap<string, Place>): string {
  const onDemand = code.replaceAll(/\bimport\("(\.\/[\w-]+\.js)"\)/g, (expression, from: string) => {
    const place = places.get(from);
    return place ? `import("${place.file}")` : expression;
  });
  return onDemand.replaceAll(staticImport, (statement, list: string | undefined, from: string) => {
    const place = places.get(from);
    if (!place) return statement;
    if (list === undefined) return `import"${place.file}";`;
    const names = list.split(',').map((each) => {
      const [name = '', local = name] = each.split(' as ');
      return `${place.names.get(name)} as ${local}`;
    });
    return `import{${names.join(',')}}from"${place.file}";`;
  });
}

/** Files and all that they import, each before those that import it. */
function closure(
  roots: readonly string[],
  imports: (path: string) => readonly string[],
  found = new Set<string>(),
): ReadonlySet<string> {
  for (const path of roots) {
    if (found.has(path)) continue;
    closure(imports(path), imports, found);
    found.add(path);
  }
  return found;
}
