import {
  type AccountLabel,
  ApiKey,
  type ApiKeyProblem,
  type BaseUrlProblem,
  type Connection,
  connect,
  defaultBaseUrl,
  readBaseUrl,
} from '@helpcrunch-customer-kit/core';

/** Where the customer goes: as people know it, and how it is reached. */
export interface Account extends AccountLabel {
  readonly connection: Connection;
}

export type AccountReading =
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'no-key'; readonly problem: ApiKeyProblem }
  | { readonly kind: 'unusable-url'; readonly problem: BaseUrlProblem };

type Environment = Readonly<Record<string, string | undefined>>;

/** The live account that the environment names: its key, and the base URL where it is not the usual one. */
export function liveAccount(environment: Environment): AccountReading {
  const key = ApiKey.read(environment['HELPCRUNCH_API_KEY']);
  return key.ok ? liveAccountWithKey(key.key, environment) : { kind: 'no-key', problem: key.problem };
}

/** The live account of a key that was given in another way. */
export function liveAccountWithKey(apiKey: ApiKey, environment: Environment): AccountReading {
  const baseUrl = readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
  if (!baseUrl.ok) return { kind: 'unusable-url', problem: baseUrl.problem };
  const connection = connect({ baseUrl: baseUrl.url, apiKey });
  const { host } = new URL(baseUrl.url);
  return { kind: 'ready', account: { kind: 'live', label: 'default', host, connection } };
}
