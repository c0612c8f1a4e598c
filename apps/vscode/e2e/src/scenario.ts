import type { Listener } from '@helpcrunch-customer-kit/sandbox/listen';
import type { Gate } from './gate.ts';
import type { Host, Settings } from './host.ts';
import type { Workbench } from './workbench.ts';

export interface Scene {
  readonly workbench: Workbench;
  readonly host: Host;
  /** What live accounts talk to, on a port of this machine: empty at first. */
  readonly api: Listener;
  /** Holds back what goes to it. */
  readonly gate: Gate;
  /** Output channels need modules that are compiled here; without a compiler they stay empty. */
  readonly hasOutput: boolean;
  /** Keeps a picture of the window, to be looked at. */
  picture(name: string): Promise<void>;
  /** The same for the README: a smaller window, and fewer bytes, since it travels in the package. */
  readmePicture(name: string): Promise<void>;
}

/** What a person does and sees, in a window of its own. */
export interface Scenario {
  /** A fact. */
  readonly name: string;
  /** Left out elsewhere: the reason is printed. */
  readonly onlyIn?: { readonly host: Host['kind']; readonly because: string };
  /** Played only when a part of its name is asked for: it measures, and proves nothing that others do not. */
  readonly onlyByName?: true;
  /** Files of the folder, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** Settings of the machine that differ from those of the other scenarios. */
  readonly settings?: Settings;
  run(scene: Scene): Promise<void>;
}
