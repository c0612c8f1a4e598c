import { customerField } from '@helpcrunch-customer-kit/core';
import { countUserColumns } from '../table/header.ts';
import { type DateFormat, formatsOf } from './dates.ts';
import type { ColumnProfile } from './profile.ts';
import { targetOfHeader } from './synonyms.ts';
import { ignore, isDate, readTarget, type Target, writeTarget } from './target.ts';

/** Where each column of a table goes, and how its dates are written. */
export interface Mapping {
  readonly columns: readonly MappedColumn[];
  /** Zeros in a date column mean "no date". */
  readonly zeroIsNoDate: boolean;
  /** Cells with one of these texts are empty, such as `n/a`; case does not matter. */
  readonly emptyTexts: readonly string[];
}

export interface MappedColumn {
  readonly header: string;
  /** `undefined` until the user decides. */
  readonly target: Target | undefined;
  /** Of a date field: how its dates are written; `undefined` when they are read one by one. */
  readonly dateFormat: DateFormat | undefined;
}

/** What has to be decided before rows can be read. */
export type MappingQuestion =
  | { readonly kind: 'unmapped'; readonly headers: readonly string[] }
  | { readonly kind: 'same-target'; readonly target: Target; readonly headers: readonly string[] }
  | {
      readonly kind: 'ambiguous-dates';
      readonly header: string;
      readonly formats: readonly DateFormat[];
      readonly example: string;
    }
  | { readonly kind: 'zero-dates'; readonly header: string; readonly count: number }
  /** No column is a name, an email or a user ID. */
  | { readonly kind: 'no-identity' };

export interface MappingChoices {
  /** Of a saved mapping, and over it of `--column` and `--ignore`: targets by header. */
  readonly targets?: ReadonlyMap<string, Target> | undefined;
  /** What becomes of columns that no rule knows. */
  readonly unmapped?: 'custom' | 'ignore' | undefined;
  /** Formats by header; `*` for every column that needs one. */
  readonly dateFormats?: ReadonlyMap<string, DateFormat> | undefined;
  readonly zeroIsNoDate?: boolean | undefined;
  readonly emptyTexts?: readonly string[] | undefined;
}

/** Maps columns as they were asked for, else by their names, and lists what is left to decide. */
export function mapColumns(
  profiles: readonly ColumnProfile[],
  choices: MappingChoices = {},
): { readonly mapping: Mapping; readonly questions: readonly MappingQuestion[] } {
  const hasLastName = profiles.some(({ header }) => targetOfHeader(header)?.kind === 'last-name');
  const userColumns = countUserColumns(profiles.map(({ header }) => header));
  // Of a whole name that was chosen, and its parts, one would be lost.
  const hasWholeName = profiles.some(({ header }) => isWholeName(choices.targets?.get(header)));
  const targets = profiles.map((profile, index) =>
    index < userColumns ? chooseTarget(profile, choices, { hasLastName, hasWholeName }) : ignore,
  );
  const columns = profiles.map((profile, index): MappedColumn => {
    const chosen = targets[index];
    const target = isSpare(profile, chosen, { choices, profiles, targets }) ? ignore : chosen;
    return { header: profile.header, target, dateFormat: chooseFormat(profile, target, choices) };
  });
  const { zeroIsNoDate = false, emptyTexts = [] } = choices;
  return {
    mapping: { columns, zeroIsNoDate, emptyTexts },
    questions: questionsOf(columns, profiles, choices),
  };
}

interface ChosenTargets {
  readonly choices: MappingChoices;
  readonly profiles: readonly ColumnProfile[];
  readonly targets: readonly (Target | undefined)[];
}

/** An empty column that only its name maps to a field, where another column has values for it: `Mobile phone`. */
function isSpare(
  { header, filled }: ColumnProfile,
  target: Target | undefined,
  { choices, profiles, targets }: ChosenTargets,
): boolean {
  if (!target || filled > 0 || choices.targets?.has(header)) return false;
  const name = writeTarget(target);
  return profiles.some((other, index) => {
    const same = targets[index];
    return other.header !== header && other.filled > 0 && same !== undefined && writeTarget(same) === name;
  });
}

function chooseTarget(
  { header, type }: ColumnProfile,
  { targets, unmapped }: MappingChoices,
  { hasLastName, hasWholeName }: { readonly hasLastName: boolean; readonly hasWholeName: boolean },
): Target | undefined {
  const asked = targets?.get(header);
  if (asked) return asked;
  const named = targetOfHeader(header);
  const isName = isWholeName(named) || isPartOfName(named);
  if (isWholeName(named) && hasLastName && !hasWholeName) return { kind: 'first-name' };
  // `Nombre` and its like are a first name beside a last one, and the whole name alone.
  if (named?.kind === 'first-name' && !hasLastName) return { kind: 'field', key: 'name' };
  if (named && !(isName && hasLastName && hasWholeName)) return named;
  if (unmapped === 'custom') return { kind: 'custom-data', property: header, type };
  return unmapped === 'ignore' ? ignore : undefined;
}

function chooseFormat(
  { header, dateFormats }: ColumnProfile,
  target: Target | undefined,
  { dateFormats: asked }: MappingChoices,
): DateFormat | undefined {
  if (!isDate(target)) return undefined;
  const [only, ...others] = dateFormats;
  return asked?.get(header) ?? asked?.get('*') ?? (others.length === 0 ? only : undefined);
}

function questionsOf(
  columns: readonly MappedColumn[],
  profiles: readonly ColumnProfile[],
  { zeroIsNoDate }: MappingChoices,
): MappingQuestion[] {
  const questions: MappingQuestion[] = [];
  const unmapped = columns.filter(({ target }) => !target).map(({ header }) => header);
  if (unmapped.length > 0) questions.push({ kind: 'unmapped', headers: unmapped });
  const byTarget = Map.groupBy(columns, ({ target }) => (target ? writeTarget(target) : 'ignore'));
  for (const [name, same] of byTarget) {
    const target = readTarget(name);
    if (!target || target.kind === 'ignore' || target.kind === 'tags' || same.length === 1) continue;
    questions.push({ kind: 'same-target', target, headers: same.map(({ header }) => header) });
  }
  const whole = columns.filter(({ target }) => isWholeName(target));
  const parts = columns.filter(({ target }) => isPartOfName(target));
  if (whole.length > 0 && parts.length > 0) {
    const headers = [...whole, ...parts].map(({ header }) => header);
    questions.push({ kind: 'same-target', target: { kind: 'field', key: 'name' }, headers });
  }
  for (const [index, { header, target, dateFormat }] of columns.entries()) {
    const profile = profiles[index];
    if (!profile || !isDate(target)) continue;
    if (profile.dateFormats.length > 1 && !dateFormat) {
      const { dateFormats: formats, examples } = profile;
      const example = examples.find((text) => formatsOf(text).length > 1) ?? examples[0] ?? '';
      questions.push({ kind: 'ambiguous-dates', header, formats, example });
    }
    if (profile.zeroDates > 0 && zeroIsNoDate === undefined) {
      questions.push({ kind: 'zero-dates', header, count: profile.zeroDates });
    }
  }
  if (!columns.some(({ target }) => isIdentity(target))) questions.push({ kind: 'no-identity' });
  return questions;
}

function isWholeName(target: Target | undefined): boolean {
  return target?.kind === 'field' && target.key === 'name';
}

function isPartOfName(target: Target | undefined): boolean {
  return target?.kind === 'first-name' || target?.kind === 'last-name';
}

function isIdentity(target: Target | undefined): boolean {
  if (isPartOfName(target)) return true;
  return target?.kind === 'field' && customerField(target.key)?.isIdentity === true;
}

/** The fields of a mapping by header, as `--column` and mapping files write them. */
export function writeMapping({ columns }: Mapping): Record<string, string> {
  return Object.fromEntries(columns.map(({ header, target }) => [header, target ? writeTarget(target) : '']));
}

/** One sentence that says what has to be decided, and with which flags. */
export function mappingQuestionMessage(question: MappingQuestion): string {
  switch (question.kind) {
    case 'unmapped': {
      const [first = ''] = question.headers;
      const names = question.headers.map((header) => `"${header}"`).join(', ');
      const columns = question.headers.length === 1 ? `Column ${names} has` : `Columns ${names} have`;
      return `${columns} no field yet. Add --column "${first}=FIELD" for each, or --unmapped custom or --unmapped ignore for all.`;
    }
    case 'same-target':
      return `Columns ${question.headers.map((header) => `"${header}"`).join(' and ')} both map to ${writeTarget(question.target)}. Keep one: add --ignore "${question.headers.at(-1) ?? ''}", or another field with --column.`;
    case 'ambiguous-dates':
      return `The dates in "${question.header}" can be read in more than one way (${question.example}). Add --date-format ${question.formats.join(' or --date-format ')}.`;
    case 'zero-dates':
      return `Column "${question.header}" has 0 instead of a date in ${question.count} ${question.count === 1 ? 'row' : 'rows'}. Add --date-format none-if-zero to read it as no date.`;
    case 'no-identity':
      return 'No column is a name, an email address or a user ID. Add --column "HEADER=email", for example.';
    default: {
      const unreachable: never = question;
      return unreachable;
    }
  }
}
