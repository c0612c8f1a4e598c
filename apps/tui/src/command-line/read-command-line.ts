import { parseArgs } from 'node:util';
import { conflictOf } from './conflict.ts';
import { fieldFlags, type GeneralFlagName, generalFlags } from './flags.ts';

/** The fields given by flags, as they were typed, by the field's key; a list where a flag can be given again. */
export type FieldTexts = Readonly<Record<string, string | readonly string[]>>;

/** What the command line asks for. */
export interface CommandLine {
  readonly sandbox: boolean;
  /** A path, or `-` for standard input. */
  readonly from: string | undefined;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly noInput: boolean;
  readonly resume: boolean;
  readonly forget: boolean;
  readonly accessible: boolean;
  readonly help: boolean;
  readonly version: boolean;
  /** Read later, by those who need them: what a tag or a colour is takes long to load. */
  readonly fields: FieldTexts;
}

export type CommandLineReading =
  | { readonly ok: true; readonly commandLine: CommandLine }
  /** `json` and `sandbox` are known even so: bad usage has its object, too. */
  | { readonly ok: false; readonly problem: string; readonly json: boolean; readonly sandbox: boolean };

const options = Object.fromEntries(
  [...generalFlags, ...fieldFlags].map((flag) => [
    flag.name,
    {
      type: flag.kind === 'switch' ? ('boolean' as const) : ('string' as const),
      multiple: flag.kind === 'list',
      ...('short' in flag && flag.short !== undefined ? { short: flag.short } : {}),
    },
  ]),
);

/** Reads the arguments after the program's name. A `--` at the start, which script runners leave there, is let pass. */
export function readCommandLine(argv: readonly string[]): CommandLineReading {
  const args = argv[0] === '--' ? argv.slice(1) : [...argv];
  const failed = (problem: string) => {
    return {
      ok: false,
      problem,
      json: args.includes('--json'),
      sandbox: args.includes('--sandbox'),
    } as const;
  };
  try {
    const { values, tokens } = parseArgs({ args, options, strict: true, tokens: true });
    const problem = conflictOf(Object.keys(values)) ?? repeatedFlag(tokens) ?? unreadableValue(values);
    return problem === undefined ? { ok: true, commandLine: toCommandLine(values) } : failed(problem);
  } catch (error) {
    return failed(problemOf(error));
  }
}

/** A second value would take the place of the first without a word. */
function repeatedFlag(
  tokens: readonly { readonly kind: string; readonly name?: string }[],
): string | undefined {
  const names = tokens.flatMap(({ kind, name }) => (kind === 'option' && name !== undefined ? [name] : []));
  const single = names.filter((name) => options[name]?.type === 'string' && !options[name].multiple);
  const repeated = single.find((name, index) => single.indexOf(name) !== index);
  return repeated === undefined ? undefined : `--${repeated} is given twice; give it once.`;
}

/** What would be left out, or turned into something else, without a word. */
function unreadableValue(values: Readonly<Record<string, unknown>>): string | undefined {
  const entries = (values['custom-data'] ?? []) as readonly string[];
  const bare = entries.find((entry) => !entry.includes('='));
  if (bare !== undefined) return `--custom-data takes PROPERTY=VALUE; "${bare}" has no equals sign.`;
  const torn = fieldFlags.find(({ name }) =>
    [values[name]].flat().some((text) => String(text).includes('\ufffd')),
  );
  return torn && `--${torn.name} is not UTF-8 text.`;
}

type Values = Readonly<Record<string, unknown>>;

function toCommandLine(values: Values): CommandLine {
  const isSet = (name: GeneralFlagName) => values[name] === true;
  return {
    sandbox: isSet('sandbox'),
    from: typeof values['from'] === 'string' ? values['from'] : undefined,
    yes: isSet('yes'),
    dryRun: isSet('dry-run'),
    json: isSet('json'),
    noInput: isSet('no-input') || isSet('json'),
    resume: isSet('resume'),
    forget: isSet('forget'),
    accessible: isSet('accessible'),
    help: isSet('help'),
    version: isSet('version'),
    fields: fieldTexts(values),
  };
}

function fieldTexts(values: Values): FieldTexts {
  const given = fieldFlags.flatMap(({ name, field }) => {
    const value = values[name];
    return typeof value === 'string' || Array.isArray(value) ? [[field.key, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** The first sentence of what the parser says; what follows explains the parser, not the flag. */
function problemOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `${text.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`;
}
