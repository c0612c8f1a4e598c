import type { Listener } from '@helpcrunch-customer-kit/sandbox/listen';
import type { Gate } from './gate.ts';
import type { Host, Settings } from './host.ts';
import type { Pictures } from './pictures.ts';
import type { Workbench } from './workbench.ts';

export interface Scene extends Pictures {
  readonly workbench: Workbench;
  readonly host: Host;
  /** What live accounts send to, on a port of this machine. Empty when a scenario starts. */
  readonly api: Listener;
  /** Holds requests to it back. */
  readonly gate: Gate;
  /** Output channels need modules that are compiled here; without a compiler they stay empty. */
  readonly hasOutput: boolean;
}

/** What a user does and sees. */
export interface Scenario {
  /** A fact. */
  readonly name: string;
  /** Left out elsewhere: the reason is printed. */
  readonly onlyIn?: { readonly host: Host['kind']; readonly because: string };
  /** Run only when a part of its name is asked for: it measures, and proves nothing that others do not. */
  readonly onlyByName?: true;
  /** Files of the folder, by name. No other scenario of the group has a file of the same name. */
  readonly files: Readonly<Record<string, string>>;
  run(scene: Scene): Promise<void>;
}

/**
 * Scenarios that share a window and its folder, in this order. Between two of them the window is tidied, but it
 * remembers what was sent and which accounts were added: no two scenarios send the same customer.
 */
export interface Group {
  /** Settings of the machine that differ from those of the other groups. */
  readonly settings?: Settings;
  readonly scenarios: readonly Scenario[];
}

/** A customer with every kind of value. What tells it apart is for the scenario to choose: see `Group`. */
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
