import { readFileSync } from 'node:fs';
import type { JsonObject } from '@helpcrunch-customer-kit/core';
import {
  type DateFormat,
  dateFormats,
  defaultRate,
  type FormatName,
  type MappingChoices,
  mappingFileOfSource,
  readMappingFile,
  readTarget,
  type Target,
  unknownTarget,
} from '@helpcrunch-customer-kit/import';
import type { Arguments } from '../../command-line/arguments.ts';

/** What the command line says about an import. */
export interface ImportOptions {
  readonly path: string;
  readonly choices: MappingChoices;
  /** The mapping file that the choices come from. */
  readonly mappingFile: string | undefined;
  readonly defaults: JsonObject;
  readonly existing: 'skip' | 'create';
  readonly equalRows: 'skip' | 'create';
  readonly skipInvalid: boolean;
  readonly fix: boolean;
  readonly checkExisting: boolean;
  readonly limit: number | undefined;
  /** A run that was asked for. */
  readonly run: string | undefined;
  readonly newRun: boolean;
  readonly again: boolean;
  readonly rate: number;
  readonly sandbox: boolean | string;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly takeOver: boolean;
  readonly out: string | undefined;
  readonly format: FormatName | undefined;
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
  /** Ask line by line. */
  readonly accessible: boolean;
  readonly json: boolean;
  readonly jsonProgress: boolean;
}

type Values = Arguments['values'];

export type ImportOptionsReading =
  | { readonly ok: true; readonly options: ImportOptions }
  | { readonly ok: false; readonly message: string };

/** Reads the options of an import, and the files that they name. `savedMapping` is used where no `--map` is given. */
export function readImportOptions(
  { values, operands }: Arguments,
  savedMapping: string,
): ImportOptionsReading {
  try {
    const [path = ''] = operands;
    if (values['run'] !== undefined && (values['new-run'] === true || values['again'] === true))
      throw new OptionError('--run names a run; it takes no --new-run and no --again.');
    if (values['check-existing'] === true && values['dry-run'] !== true)
      throw new OptionError(
        '--check-existing goes with --dry-run: an import checks each row before it is sent.',
      );
    const saved = mappingOf({ values, operands }, savedMapping);
    const choices = readChoices(values, saved?.choices ?? {});
    const defaults = { ...readDefaults(text(values, 'defaults')), ...tagsOf(values) };
    return {
      ok: true,
      options: {
        path,
        choices,
        mappingFile: saved?.file,
        defaults,
        existing: values['existing'] === 'create' ? 'create' : 'skip',
        equalRows: values['equal-rows'] === 'create' ? 'create' : 'skip',
        skipInvalid: values['skip-invalid'] === true,
        fix: values['fix'] === true,
        checkExisting: values['check-existing'] === true,
        limit: values['limit'] === undefined ? undefined : Number(values['limit']),
        run: text(values, 'run'),
        newRun: values['new-run'] === true,
        again: values['again'] === true,
        rate: Number(values['rate'] ?? defaultRate),
        sandbox: typeof values['sandbox'] === 'string' ? values['sandbox'] : values['sandbox'] === true,
        yes: values['yes'] === true,
        dryRun: values['dry-run'] === true,
        takeOver: values['take-over'] === true,
        out: text(values, 'out'),
        format: text(values, 'format') as FormatName | undefined,
        encoding: text(values, 'encoding'),
        delimiter: text(values, 'delimiter')?.replace('\\t', '\t'),
        accessible: values['accessible'] === true,
        json: values['json'] === true,
        jsonProgress: values['progress'] === 'json',
      },
    };
  } catch (error) {
    if (error instanceof OptionError) return { ok: false, message: error.message };
    throw error;
  }
}

class OptionError extends Error {}

function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function list(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
}

function readChoices(values: Values, saved: MappingChoices): MappingChoices {
  const targets = new Map<string, Target>(saved.targets);
  for (const assignment of list(values, 'column')) {
    const at = assignment.lastIndexOf('=');
    const [header, name] = [assignment.slice(0, at), assignment.slice(at + 1)];
    if (at < 1) throw new OptionError(`--column takes HEADER=FIELD; "${assignment}" has no equals sign.`);
    const target = readTarget(name);
    if (!target) throw new OptionError(unknownTarget(header, name));
    targets.set(header, target);
  }
  for (const header of list(values, 'ignore')) targets.set(header, { kind: 'ignore' });
  const formats = new Map<string, DateFormat>(saved.dateFormats);
  let { zeroIsNoDate } = saved;
  for (const given of list(values, 'date-format')) {
    if (given === 'none-if-zero') {
      zeroIsNoDate = true;
      continue;
    }
    const at = given.lastIndexOf('=');
    const format = given.slice(at + 1) as DateFormat;
    if (!dateFormats.includes(format)) {
      throw new OptionError(
        `"${format}" is not a date format. Formats: ${dateFormats.join(', ')}, none-if-zero.`,
      );
    }
    formats.set(at === -1 ? '*' : given.slice(0, at), format);
  }
  const unmapped = text(values, 'unmapped') as MappingChoices['unmapped'];
  const emptyTexts = [...new Set([...(saved.emptyTexts ?? []), ...list(values, 'empty')])];
  return {
    targets,
    dateFormats: formats,
    unmapped,
    emptyTexts,
    ...(zeroIsNoDate === undefined ? {} : { zeroIsNoDate }),
  };
}

function mappingOf(
  { values, operands }: Pick<Arguments, 'values' | 'operands'>,
  savedMapping: string,
): { readonly file: string; readonly choices: MappingChoices } | undefined {
  const asked = text(values, 'map');
  const file = asked ?? savedMapping;
  const content = readText(file, asked !== undefined);
  if (content === undefined) {
    // Rows that failed are mapped as they were in their own file.
    const [table = ''] = operands;
    const source = mappingFileOfSource(table);
    return source === undefined ? undefined : mappingOf({ values, operands: [] }, source);
  }
  const reading = readMappingFile(content);
  if (!reading.ok) throw new OptionError(`${file}: ${reading.message}`);
  return { file, choices: reading.choices };
}

function readDefaults(path: string | undefined): JsonObject {
  if (path === undefined) return {};
  try {
    const value: unknown = JSON.parse(readText(path, true) ?? '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch (error) {
    if (error instanceof OptionError) throw error;
  }
  throw new OptionError(`${path} is not a JSON object with values of a customer.`);
}

function tagsOf(values: Values): JsonObject {
  const tags = list(values, 'tag').map((name) => ({ name }));
  return tags.length === 0 ? {} : { tags };
}

function readText(path: string, isAsked: boolean): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isAsked) return undefined;
    throw new OptionError(`${path} can't be read (${String((error as NodeJS.ErrnoException).code)}).`);
  }
}
