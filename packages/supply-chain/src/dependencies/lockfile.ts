import { parse } from 'yaml';

interface Resolved {
  readonly version: string;
}

interface Importer {
  readonly dependencies?: Readonly<Record<string, Resolved>>;
  readonly devDependencies?: Readonly<Record<string, Resolved>>;
  readonly optionalDependencies?: Readonly<Record<string, Resolved>>;
}

interface Snapshot {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** As much of pnpm’s lockfile as is read here; its version is 9. */
export interface Lockfile {
  readonly importers: Readonly<Record<string, Importer>>;
  readonly snapshots: Readonly<Record<string, Snapshot>>;
}

/** A dependency that a package of the workspace names. */
export interface DirectDependency {
  readonly name: string;
  readonly version: string;
  /** The package's folder, `.` for the root. */
  readonly usedIn: string;
  /** How many other packages come with it, those for other platforms included. */
  readonly brings: number;
  /** It itself and what always comes with it, as `name@version`; what only some platforms get is left out. */
  readonly always: readonly string[];
}

export function readLockfile(text: string): Lockfile {
  const lockfile = parse(text);
  if (!String(lockfile.lockfileVersion).startsWith('9.'))
    throw new Error('The lockfile is not of version 9.');
  return lockfile;
}

/** Every direct dependency of every package, the workspace's own packages left out. */
export function directDependencies({ importers, snapshots }: Lockfile): readonly DirectDependency[] {
  return Object.entries(importers).flatMap(([usedIn, importer]) =>
    Object.entries({
      ...importer.dependencies,
      ...importer.devDependencies,
      ...importer.optionalDependencies,
    })
      .filter(([, { version }]) => !version.startsWith('link:'))
      .map(([name, { version }]) => ({
        name,
        version: withoutPeers(version),
        usedIn,
        brings: closureOf(keyOf(name, version), snapshots, true).size - 1,
        always: [...closureOf(keyOf(name, version), snapshots, false)].map(withoutPeers),
      })),
  );
}

/** Everything that comes with a package, it itself included. */
function closureOf(
  key: string,
  snapshots: Lockfile['snapshots'],
  withOptional: boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [key];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const { dependencies, optionalDependencies } = snapshots[next] ?? {};
    const needed = { ...dependencies, ...(withOptional ? optionalDependencies : {}) };
    for (const [name, version] of Object.entries(needed)) waiting.push(keyOf(name, version));
  }
  return found;
}

/** Without the peers that it was resolved with. */
function withoutPeers(key: string): string {
  return key.replace(/\(.*$/, '');
}

/** A package under another name has its own before its version. */
function keyOf(name: string, version: string): string {
  return /^@?[a-z]/i.test(version) ? version : `${name}@${version}`;
}
