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
  readonly emptyTexts?: readonly string[];
}

/** The path or URI of the mapping file beside a table. */
export function mappingFileOf(table: string): string {
  return `${table.replace(/\.[^./\\]+$/, '')}.mapping.json`;
}

/** The mapping file of the table whose rows a result file has; `undefined` for another table. */
export function mappingFileOfSource(table: string): string | undefined {
  const source = table.replace(/\.(?:created|failed|unknown|skipped|pending)(?:-\d+)?(?=\.[^./\\]+$)/, '');
  return source === table ? undefined : mappingFileOf(source);
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
  const file = (isObject(value) ? value : {}) as Partial<MappingFile>;
  const { columns, dates = {}, zeroIsNoDate, emptyTexts } = file;
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
  if (emptyTexts !== undefined && !isTextList(emptyTexts)) {
    const message = '"emptyTexts" of the mapping file must be a list of texts, such as ["n/a"].';
    return { ok: false, message };
  }
  return {
    ok: true,
    choices: {
      targets,
      dateFormats: formats,
      ...(zeroIsNoDate === undefined ? {} : { zeroIsNoDate }),
      ...(emptyTexts === undefined ? {} : { emptyTexts }),
    },
  };
}

export function unknownTarget(header: string, name: string): string {
  return `"${name}" is not a field that column "${header}" can go to. Fields: ${targetNames.join(', ')}.`;
}

/** The text of a mapping file; what `before`, its text until now, says about other columns is kept. */
export function mappingFileText(mapping: Mapping, before = ''): string {
  const kept = readMappingFile(before).ok ? (JSON.parse(before) as MappingFile) : undefined;
  const headers = new Set(mapping.columns.map(({ header }) => header));
  const others = <Value>(entries: Readonly<Record<string, Value>> = {}) =>
    Object.fromEntries(Object.entries(entries).filter(([header]) => !headers.has(header)));
  const dates = {
    ...others(kept?.dates),
    ...Object.fromEntries(
      mapping.columns.flatMap(({ header, dateFormat }) => (dateFormat ? [[header, dateFormat]] : [])),
    ),
  };
  const file: MappingFile = {
    $schema: `./${mappingSchemaName}`,
    version: 1,
    columns: { ...writeMapping(mapping), ...others(kept?.columns) },
    ...(Object.keys(dates).length === 0 ? {} : { dates }),
    ...(mapping.zeroIsNoDate ? { zeroIsNoDate: true } : {}),
    ...(mapping.emptyTexts.length === 0 ? {} : { emptyTexts: mapping.emptyTexts }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The file beside a mapping file that tells editors what may be in it. */
export const mappingSchemaName = 'helpcrunch-mapping.schema.json';

/** The JSON Schema of mapping files. */
export function mappingSchemaText(): string {
  const fields = targetNames.filter((name) => name !== 'customData.PROPERTY');
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Mapping of an import to HelpCrunch',
    description: 'Which column goes to which field. Data only: nothing in it runs.',
    type: 'object',
    required: ['columns'],
    properties: {
      $schema: { type: 'string' },
      version: { const: 1 },
      columns: {
        type: 'object',
        description: 'Fields by header. customData.PROPERTY may end with :number or :boolean.',
        additionalProperties: {
          anyOf: [{ enum: fields }, { type: 'string', pattern: '^[cC]ustom ?[dD]ata\\..+' }],
        },
      },
      dates: {
        type: 'object',
        description: 'How the dates of a column are written, by header.',
        additionalProperties: { enum: dateFormats },
      },
      zeroIsNoDate: { type: 'boolean', description: 'Zeros in date columns mean "no date".' },
      emptyTexts: {
        type: 'array',
        description: 'Cells with one of these texts are empty, such as "n/a". Case does not matter.',
        items: { type: 'string' },
      },
    },
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
