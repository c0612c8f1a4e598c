import { type DateFormat, dateFormats } from './dates.ts';
import { type Mapping, type MappingChoices, writeMapping } from './mapping.ts';
import { readTarget, type Target, targetNames } from './target.ts';

/** A mapping as it is saved beside a table, `NAME.mapping.json`. It is data: nothing in it runs. */
export interface MappingFile {
  readonly $schema?: string;
  readonly version: 1;
  /** Fields by header. */
  readonly columns: Readonly<Record<string, string>>;
  /** Formats of date columns by header. */
  readonly dates?: Readonly<Record<string, DateFormat>>;
  readonly zeroIsNoDate?: boolean;
}

export type MappingFileReading =
  | { readonly ok: true; readonly choices: MappingChoices }
  | { readonly ok: false; readonly message: string };

/** Reads the text of a mapping file. */
export function readMappingFile(text: string): MappingFileReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, message: `The mapping file is not valid JSON: ${String(error)}` };
  }
  const { columns, dates = {}, zeroIsNoDate } = (isObject(value) ? value : {}) as Partial<MappingFile>;
  if (!isObject(columns)) return { ok: false, message: 'The mapping file has no "columns".' };
  const targets = new Map<string, Target>();
  for (const [header, name] of Object.entries(columns)) {
    const target = typeof name === 'string' ? readTarget(name) : undefined;
    if (!target) return { ok: false, message: unknownTarget(header, String(name)) };
    targets.set(header, target);
  }
  const formats = new Map<string, DateFormat>();
  for (const [header, format] of Object.entries(isObject(dates) ? dates : {})) {
    if (!dateFormats.includes(format as DateFormat)) {
      return {
        ok: false,
        message: `"${String(format)}" is not a date format. Formats: ${dateFormats.join(', ')}.`,
      };
    }
    formats.set(header, format as DateFormat);
  }
  return {
    ok: true,
    choices: { targets, dateFormats: formats, ...(zeroIsNoDate === undefined ? {} : { zeroIsNoDate }) },
  };
}

export function unknownTarget(header: string, name: string): string {
  return `"${name}" is not a field that column "${header}" can go to. Fields: ${targetNames.join(', ')}.`;
}

/** The text of a mapping file. */
export function mappingFileText(mapping: Mapping): string {
  const dates = Object.fromEntries(
    mapping.columns.flatMap(({ header, dateFormat }) => (dateFormat ? [[header, dateFormat]] : [])),
  );
  const file: MappingFile = {
    version: 1,
    columns: writeMapping(mapping),
    ...(Object.keys(dates).length === 0 ? {} : { dates }),
    ...(mapping.zeroIsNoDate ? { zeroIsNoDate: true } : {}),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
