import type { ScenarioName } from '../scenarios/scenario-list.ts';
import type { ScenarioScript } from '../scenarios/scenario-script.ts';
import type { CustomerStore } from '../store/customer-store.ts';
import type { RateWindow } from './rate-window.ts';

/** A request that arrived, whatever became of it; a browser's preflight is none. Kept in memory only. */
export interface SandboxRequest {
  readonly method: string;
  /** With the query, without the host: `/v1/customers`. */
  readonly path: string;
  /** Names in small letters. The key is among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text; of a body over 1 MB only its beginning. */
  readonly body: string;
  /** The one in its own header, else the sandbox's; it may concern other requests than this. */
  readonly scenario: ScenarioName | undefined;
  /** When, in milliseconds since 1970 by the sandbox's clock. */
  readonly at: number;
}

/** What one running sandbox consists of; every layer and route is handed it. */
export interface World {
  readonly store: CustomerStore;
  readonly requests: SandboxRequest[];
  readonly rate: RateWindow;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The one key that is right; undefined when any plausible one is. */
  readonly apiKey: string | undefined;
  readonly slowMilliseconds: number;
  scenario: ScenarioScript<ScenarioName> | undefined;
}
