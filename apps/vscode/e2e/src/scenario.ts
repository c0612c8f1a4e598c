import type { Host } from './host.ts';
import type { Workbench } from './workbench.ts';

export interface Scene {
  readonly workbench: Workbench;
  readonly host: Host;
  /** Keeps a picture of the window, to be looked at. */
  picture(name: string): Promise<void>;
}

/** What a person does and sees, in a window of its own. */
export interface Scenario {
  /** A fact. */
  readonly name: string;
  /** Left out where it cannot be: the reason is printed. */
  readonly onlyIn?: Host['kind'];
  /** Files of the folder, by name. */
  readonly files: Readonly<Record<string, string>>;
  run(scene: Scene): Promise<void>;
}
