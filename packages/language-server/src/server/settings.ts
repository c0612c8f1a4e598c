import type { ClientSettings, LensSettings } from '../protocol.ts';

/** What a client chose, complete. */
export type Settings = Required<Pick<ClientSettings, 'schemaFeatures' | 'clientFiles'>> & {
  readonly codeLens: LensSettings | undefined;
  readonly rulesUrl: string | undefined;
};

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
