import type { Arguments } from './arguments.ts';
import { fieldFlags, type RunFlagName } from './flags.ts';

/** The fields given by flags, as they were typed, by the field's key; a list where a flag can be repeated. */
export type FieldTexts = Readonly<Record<string, string | readonly string[]>>;

/** What the command line says about a create. */
export interface CreateOptions {
  /** The address of a running sandbox, or `true` for the one in this program. */
  readonly sandbox: boolean | string;
  /** A path, or `-` for standard input. */
  readonly from: string | undefined;
  readonly yes: boolean;
  /** Under one key, a customer is created once. */
  readonly idempotencyKey: string | undefined;
  /** Entries of the ledger that may be sent again. */
  readonly again: readonly string[];
  readonly wait: boolean;
  readonly noLedger: boolean;
  readonly takeOver: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** In milliseconds. */
  readonly answerTimeout: number | undefined;
  readonly noInput: boolean;
  readonly resume: boolean;
  readonly forget: boolean;
  readonly accessible: boolean;
  /** Read later, where they are needed: tags and colors take long to load. */
  readonly fields: FieldTexts;
}

/** What is wrong with the values of `create`, which its grammar alone does not show; `undefined` when nothing is. */
export function validateCreateOptions({ values }: Arguments): string | undefined {
  return conflict(values) ?? unreadableValue(values);
}

/** Reads the options of a create that the arguments describe. */
export function readCreateOptions({ values }: Arguments): CreateOptions {
  const isSet = (name: RunFlagName) => values[name] === true;
  const text = (name: RunFlagName) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const { sandbox, again } = values;
  return {
    sandbox: typeof sandbox === 'string' ? sandbox : sandbox === true,
    from: text('from'),
    yes: isSet('yes'),
    idempotencyKey: text('idempotency-key'),
    again: Array.isArray(again) ? again.map(String) : [],
    wait: isSet('wait'),
    noLedger: isSet('no-ledger'),
    takeOver: isSet('take-over'),
    dryRun: isSet('dry-run'),
    json: isSet('json'),
    quiet: isSet('quiet'),
    verbose: isSet('verbose'),
    answerTimeout: answerTimeoutOf(values),
    noInput: isSet('no-input') || isSet('json') || isSet('quiet'),
    resume: isSet('resume'),
    forget: isSet('forget'),
    accessible: isSet('accessible'),
    fields: fieldTexts(values),
  };
}

type Values = Arguments['values'];

function conflict(values: Values): string | undefined {
  const has = (name: RunFlagName) => values[name] !== undefined;
  const both = (one: string, other: string, why: string) => `${one} and ${other} exclude each other: ${why}`;
  if (has('forget') && Object.keys(values).length > 1) {
    return '--forget deletes drafts and takes no other option.';
  }
  if (has('again') && !has('yes')) return '--again allows a resend, and needs --yes.';
  if (has('json') && has('quiet')) return '--json and --quiet exclude each other. Give one of them.';
  for (const name of ['idempotency-key', 'take-over'] as const) {
    if (has('no-ledger') && has(name)) return both(`--${name}`, '--no-ledger', 'it needs the ledger.');
  }
  if (!has('resume')) return undefined;
  if (has('from')) return both('--resume', '--from', 'both name the customer to start with.');
  const silent = (['json', 'quiet', 'no-input', 'dry-run'] as const).find(has);
  return silent && both('--resume', `--${silent}`, 'the wizard asks.');
}

/** What would silently be left out, or turned into something else. */
function unreadableValue(values: Values): string | undefined {
  const entries = values['custom-data'];
  const bare = Array.isArray(entries) ? entries.map(String).find((entry) => !entry.includes('=')) : undefined;
  if (bare !== undefined) return `--custom-data takes PROPERTY=VALUE; "${bare}" has no equals sign.`;
  const torn = fieldFlags.find(({ name }) =>
    [values[name]].flat().some((text) => String(text).includes('\ufffd')),
  );
  return torn && `--${torn.name} is not UTF-8 text.`;
}

/** `--timeout` in milliseconds. */
export function answerTimeoutOf({ timeout }: Values): number | undefined {
  return timeout === undefined ? undefined : Number(timeout) * 1000;
}

function fieldTexts(values: Values): FieldTexts {
  const given = fieldFlags.flatMap(({ name, field }) => {
    const value = values[name];
    return typeof value === 'string' || Array.isArray(value) ? [[field.key, value] as const] : [];
  });
  return Object.fromEntries(given);
}
