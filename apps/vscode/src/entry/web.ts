import * as vscode from 'vscode';
import type { AppModule } from '../contract/app-interface.ts';
import { register } from './register.ts';

export function activate(context: vscode.ExtensionContext): void {
  register(context, () => loadBundle(vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'app.js')));
}

/**
 * Loads a second bundle as the web extension host loads the first: its `require` knows `vscode` and no files, so the
 * text is read and run as a CommonJS module.
 */
async function loadBundle(uri: vscode.Uri): Promise<AppModule> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const module: { exports: Partial<AppModule> } = { exports: {} };
  const run = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${uri.toString(true)}`);
  run(module, module.exports, () => vscode);
  const { startApp } = module.exports;
  if (!startApp) throw new Error('dist/web/app.js has no startApp');
  return { startApp };
}
