import type { ExtensionContext, WebviewPanel } from 'vscode';
import type { CommandId } from './command-ids.ts';

/** What the small entry asks of the rest of the extension, which is loaded when it is first needed. */
export interface App {
  run(command: CommandId, args: readonly unknown[]): Promise<unknown>;
  restorePanel(panel: WebviewPanel): void;
}

export interface AppModule {
  startApp(context: ExtensionContext): App;
}

/** The panel's type, under which a window restores it after a reload. */
export const panelType = 'helpcrunch.response';
