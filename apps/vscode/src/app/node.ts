import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import type { ExtensionContext } from 'vscode';
import type { App } from '../contract/app-interface.ts';
import { startApp as start } from './start-app.ts';

/** The extension where Node runs it: the sandbox can have a port. */
export function startApp(context: ExtensionContext): App {
  return start(context, listen);
}
