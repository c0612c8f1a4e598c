import type { ExtensionContext } from 'vscode';
import type { App } from '../contract/app-interface.ts';
import { startApp as start } from './start-app.ts';

/** The extension in a browser, where nothing can listen. */
export function startApp(context: ExtensionContext): App {
  return start(context, undefined);
}
