import type { DirectDependency } from './lockfile.ts';
import { type Reason, reasons, scriptReasons } from './reasons.ts';

export interface Dependency extends DirectDependency {
  /** As SPDX writes it; undefined where it is not installed. */
  readonly licence: string | undefined;
}

export interface PageFacts {
  readonly dependencies: readonly Dependency[];
  /** Those of workspaces of their own, which `pnpm install` leaves alone. */
  readonly apart: readonly DirectDependency[];
  /** Of an installed package, by `name@version`. */
  readonly licenceOf: (key: string) => string | undefined;
  /** Packages whose install scripts may run. */
  readonly allowedScripts: readonly string[];
}

const note =
  '<!-- Made from the lockfiles and packages/supply-chain/src/dependencies/reasons.ts by `pnpm generate`. -->';

/** docs/dependencies.md. @throws where something has no reason, or a reason is for nothing. */
export function dependenciesPage({ dependencies, apart, licenceOf, allowedScripts }: PageFacts): string {
  requireReasons([...dependencies, ...apart], reasons);
  const isShipped = ({ name }: DirectDependency) => reasons[name]?.isShipped === true;
  const shipped = dependencies.filter(isShipped);
  const tools = dependencies.filter((one) => !isShipped(one));
  return `${[
    note,
    '# Dependencies',
    'Every direct dependency, why it is there and what it brings along: the number of other packages that come with it, those for other platforms included. Versions are exact; the lockfile holds the hash of every package.',
    '## What people run',
    'Wizard, extension and language server are bundles: what they need is in them, and nothing is installed beside them but the optional keychain. Each ships `third-party-licences.txt` with the licence of every package that is in it; the build fails for a licence that does not allow it, and for a package without a text.',
    table(shipped),
    'With all that they bring, by licence:',
    licenceList(shipped, licenceOf),
    '## What the kit is made and tested with',
    table(tools),
    '## Apart',
    'Workspaces of their own, installed by the end-to-end tests (`apps/vscode/e2e`) and by `pnpm bench` (`packages/bench/peers`) alone. None of their install scripts runs.',
    table(apart),
    ...promises(allowedScripts),
  ].join('\n\n')}\n`;
}

function table(dependencies: readonly (DirectDependency | Dependency)[]): string {
  const names = [...new Set(dependencies.map(({ name }) => name))].sort();
  const rows = names.map((name) => {
    const uses = dependencies.filter((one) => one.name === name);
    const [first] = uses;
    const licence = first && 'licence' in first ? [first.licence ?? 'see its package'] : [];
    const places = uses.map(({ usedIn }) => (usedIn === '.' ? 'root' : usedIn)).join(', ');
    const version = [...new Set(uses.map((use) => use.version))].join(', ');
    const brings = Math.max(...uses.map((use) => use.brings));
    return [`${name} ${version}`, ...licence, String(brings), reasons[name]?.why ?? '', places];
  });
  const hasLicence = dependencies.some((one) => 'licence' in one);
  const head = ['dependency', ...(hasLicence ? ['licence'] : []), 'brings', 'why', 'used in'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Every package that people run, by its licence. */
function licenceList(shipped: readonly DirectDependency[], licenceOf: PageFacts['licenceOf']): string {
  const packages = [...new Set(shipped.flatMap(({ always }) => always))].sort();
  const byLicence = Map.groupBy(packages, (key) => licenceOf(key) ?? 'not named in its package.json');
  const lines = [...byLicence].map(
    ([licence, keys]) => `- **${licence}** (${keys.length}): ${keys.join(', ')}`,
  );
  return lines.sort().join('\n');
}

/** What else keeps the chain short and watched. */
function promises(allowedScripts: readonly string[]): readonly string[] {
  const scripts = allowedScripts.map((name) => {
    const why = scriptReasons[name];
    if (why === undefined) throw new Error(`${name} may run its install script: say why in reasons.ts.`);
    return `\`${name}\` (${why})`;
  });
  return [
    '## Held by',
    [
      `- **Install scripts** run for ${scripts.join(' and ')} and for nothing else: an unlisted one fails the install.`,
      '- **Unused dependencies** fail `pnpm check`, by knip; undeclared ones by lint.',
      '- **Known holes**: CI asks `pnpm audit` on every push and once a week. No result is written down here: it holds for the day on which it is asked.',
      '- **Provenance**: releases are built in CI from a tag and published without a token that could be stolen, see [publishing.md](publishing.md).',
    ].join('\n'),
  ];
}

function requireReasons(all: readonly DirectDependency[], known: Readonly<Record<string, Reason>>): void {
  const used = new Set(all.map(({ name }) => name));
  const without = [...used].filter((name) => !(name in known));
  if (without.length > 0)
    throw new Error(`No reason is given for ${without.join(', ')}: write one into reasons.ts.`);
  const idle = Object.keys(known).filter((name) => !used.has(name));
  if (idle.length > 0) throw new Error(`Nothing depends on ${idle.join(', ')} any more: see reasons.ts.`);
}
