import type { KeyStore } from '@helpcrunch-customer-kit/local';

/** What the world gives to a command about keys. */
export interface CommandWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keys: KeyStore;
  /** A result. */
  readonly tell: (line: string) => void;
  /** Something worth knowing that is no result, or what went wrong. */
  readonly note: (line: string) => void;
}
