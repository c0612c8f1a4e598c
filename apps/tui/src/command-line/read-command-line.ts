import { parseArgs } from 'node:util';
import { conflictOf } from './conflict.ts';
import { fieldFlags, type GeneralFlagName, generalFlags } from './flags.ts';
import { isJsonAsked } from './is-json-asked.ts';
import { usageProblem } from './usage-problem.ts';

/** The fields given by flags, as they were typed, by the field's key; a list where a flag can be given again. */
export type FieldTexts = Readonly<Record<string, string | readonly string[]>>;

/** What the command line asks for. */
export interface CommandLine {
  readonly sandbox: boolean;
  /** A path, or `-` for standard input. */
  readonly from: string | undefined;
  readonly yes: boolean;
  /** Under one key, a customer is created once. */
  readonly idempotencyKey: string | undefined;
  /** Entries of the ledger that may be sent again. */
  readonly again: readonly string[];
  readonly noLedger: boolean;
  readonly takeOver: boolean;
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
  // The parser would only say what it does not understand; we say what was meant.
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const problem = usageProblem(tokens) ?? conflictOf(Object.keys(values)) ?? unreadableValue(values);
  if (problem === undefined) return { ok: true, commandLine: toCommandLine(values) };
  return { ok: false, problem, json: isJsonAsked(args), sandbox: args.includes('--sandbox') };
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
    idempotencyKey: typeof values['idempotency-key'] === 'string' ? values['idempotency-key'] : undefined,
    again: Array.isArray(values['again']) ? values['again'].map(String) : [],
    noLedger: isSet('no-ledger'),
    takeOver: isSet('take-over'),
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
