import type { Listener } from '@helpcrunch-customer-kit/sandbox/listen';
import type { Gate } from './gate.ts';
import type { Host, Settings } from './host.ts';
import type { Pictures } from './pictures.ts';
import type { Workbench } from './workbench.ts';

export interface Scene extends Pictures {
  readonly workbench: Workbench;
  readonly host: Host;
  /** The API of live accounts, on a port of this machine. Empty when a scenario starts. */
  readonly api: Listener;
  /** Holds back requests to it. */
  readonly gate: Gate;
  /** Output channels need modules that are compiled here; without a compiler they stay empty. */
  readonly hasOutput: boolean;
}

/** What a user does and sees. */
export interface Scenario {
  /** A fact. */
  readonly name: string;
  /** Skipped elsewhere, with the reason printed. */
  readonly onlyIn?: { readonly host: Host['kind']; readonly because: string };
  /** Run only by a part of its name: it measures, and proves nothing that others do not. */
  readonly onlyByName?: true;
  /** Files of the folder, by name. No other scenario of the group has a file of the same name. */
  readonly files: Readonly<Record<string, string>>;
  run(scene: Scene): Promise<void>;
}

/**
 * Scenarios that share a window and its folder, in this order. Between them the window is tidied, but it remembers sent
 * customers and accounts: no two scenarios send the same customer.
 */
export interface Group {
  /** Settings of the machine that differ from those of the other groups. */
  readonly settings?: Settings;
  readonly scenarios: readonly Scenario[];
}

/** A customer with every kind of value. Each scenario needs its own email and user ID: see `Group`. */
export function customerWith({ name = 'Ada Lovelace', email = 'ada@example.com', userId = '1815' }): string {
  return `{
  "name": "${name}",
  "email": "${email}",
  "userId": "${userId}",
  "tags": [{ "name": "vip", "color": "#ff0000" }],
  "customData": { "plan": "pro" }
}
`;
}

export const list = `[
  { "name": "Ada Lovelace", "email": "ada@example.com" },
  { "name": "Charles Babbage", "email": "charles@example.com" }
]
`;
