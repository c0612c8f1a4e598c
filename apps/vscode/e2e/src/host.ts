import type { Page } from 'playwright-core';

export type Settings = Readonly<Record<string, unknown>>;

/** A running VS Code, served to a browser. */
export interface Host extends AsyncDisposable {
  readonly kind: 'node' | 'web';
  readonly origin: string;
  /** Creates a folder with only these files, and returns the URL that opens it. */
  openFolder(files: Readonly<Record<string, string>>, settings?: Settings): string;
  /** Changes settings of the machine while a window is open, where that is possible. */
  change?(settings: Settings): void;
  /** To be called before a page opens the URL. */
  prepare(page: Page): Promise<void>;
  /** The IDs of the processes in which the language server runs; none for a web worker. */
  languageServers(): number[];
  /** The command lines and environments of the live servers for agents, where servers can be started. */
  agentServers?(): AgentServer[];
  /** The files and folders that the host wrote, logs of its extensions included: searched for keys. */
  readonly traces: readonly string[];
}

export interface AgentServer {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A window in which only the extension asks for attention. */
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
  // On a busy machine the focus moves late, and would close a palette that was just opened.
  'workbench.quickOpen.closeOnFocusLost': false,
  'editor.minimap.enabled': false,
};
