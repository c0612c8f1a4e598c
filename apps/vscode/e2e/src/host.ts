import type { Page } from 'playwright-core';

export type Settings = Readonly<Record<string, unknown>>;

/** A running VS Code, served to a browser. */
export interface Host extends AsyncDisposable {
  readonly kind: 'node' | 'web';
  readonly origin: string;
  /** A folder with these files and nothing else, and the address where a browser opens it. */
  openFolder(files: Readonly<Record<string, string>>, settings?: Settings): string;
  /** Changes settings of the machine while a window is open, where that can be done. */
  change?(settings: Settings): void;
  /** What a page needs before it opens the address. */
  prepare(page: Page): Promise<void>;
  /** The ids of the processes in which the language server runs now; a web worker is none. */
  languageServers(): number[];
  /** Everything that the host wrote, logs of its extensions included: searched for keys. */
  readonly traces: readonly string[];
}

/** A window in which nothing but the extension asks for attention. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'files.hotExit': 'off',
  'workbench.reduceMotion': 'on',
  // On a busy machine the focus moves late, and would close a palette that was opened since.
  'workbench.quickOpen.closeOnFocusLost': false,
  'editor.minimap.enabled': false,
};
