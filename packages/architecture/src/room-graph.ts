import type { SourceFile } from './source-file.ts';

/** Which rooms know which: a room is a folder right below a package's `src`, or a file that lies there itself. */
export interface RoomGraph {
  readonly rooms: readonly Room[];
  /** Once each, sorted. `imports` counts the lines of code behind an arrow. */
  readonly arrows: readonly Arrow[];
}

export interface Room {
  readonly name: string;
  readonly files: number;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly imports: number;
}

/** The rooms of one package, `place` being its folder: `packages/core`. */
export function roomsOf(place: string, files: readonly SourceFile[]): RoomGraph {
  const source = `${place}/src/`;
  const roomOf = (path: string) => path.slice(source.length).split('/')[0] ?? '';
  const own = files.filter(({ path }) => path.startsWith(source));
  return {
    rooms: count(own.map(({ path }) => roomOf(path))).map(([name, total]) => ({ name, files: total })),
    arrows: arrowsOf(
      own.flatMap(({ path, imports }) =>
        imports.flatMap((found) =>
          found.kind === 'file' && found.path.startsWith(source)
            ? [[roomOf(path), roomOf(found.path)] as const]
            : [],
        ),
      ),
    ),
  };
}

/** The packages and apps, by their folders. `names` leads from a package's name to its folder. */
export function packagesOf(files: readonly SourceFile[], names: ReadonlyMap<string, string>): RoomGraph {
  const placeOf = (path: string) => path.split('/').slice(0, 2).join('/');
  return {
    rooms: count(files.map(({ path }) => placeOf(path))).map(([name, total]) => ({ name, files: total })),
    arrows: arrowsOf(
      files.flatMap(({ path, imports }) =>
        imports.flatMap((found) => {
          const to = found.kind === 'package' ? names.get(found.name) : undefined;
          return to === undefined ? [] : [[placeOf(path), to] as const];
        }),
      ),
    ),
  };
}

function arrowsOf(pairs: readonly (readonly [from: string, to: string])[]): readonly Arrow[] {
  const between = pairs.filter(([from, to]) => from !== to);
  return count(between.map((pair) => pair.join('\n'))).map(([pair, imports]) => {
    const [from = '', to = ''] = pair.split('\n');
    return { from, to, imports };
  });
}

function count(words: readonly string[]): readonly (readonly [word: string, total: number])[] {
  const groups = Map.groupBy(words, (word) => word);
  return [...groups].map(([word, all]) => [word, all.length] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}
