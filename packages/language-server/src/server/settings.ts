import type { LensSettings } from '../service/outline/code-lenses.ts';

/** What a client chooses, in `initializationOptions`. */
export interface Settings {
  /** The schema's part too, and syntax: for editors in which no JSON server has the schema. */
  readonly schemaFeatures: boolean;
  /** Lenses above customers, for a client that has a command to create one. */
  readonly codeLens: LensSettings | undefined;
  /** Where docs/rules.md stands, without a section. */
  readonly rulesUrl: string | undefined;
  /** The client lists and reads customer files, by the requests of `file-requests.ts`. */
  readonly clientFiles: boolean;
}

/** Reads what a client sent; what is missing or of another kind counts as not chosen. */
export function readSettings(sent: unknown): Settings {
  const options = record(sent);
  const { command, account } = record(options['codeLens']);
  const isLens = typeof command === 'string' && typeof account === 'string';
  const rulesUrl = options['rulesUrl'];
  return {
    schemaFeatures: options['schemaFeatures'] === true,
    codeLens: isLens ? { command, account } : undefined,
    rulesUrl: typeof rulesUrl === 'string' ? rulesUrl : undefined,
    clientFiles: options['clientFiles'] === true,
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
