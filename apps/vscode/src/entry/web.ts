import * as vscode from 'vscode';
import type { LanguageModule } from './contract.ts';
import type { AppModule, ImportModule } from './host-parts.ts';
import { register } from './register.ts';

export function activate(context: vscode.ExtensionContext): void {
  const load = (name: string) => loadBundle(vscode.Uri.joinPath(context.extensionUri, 'dist', name));
  register(context, {
    loadApp: async () => (await load('app.js')) as unknown as AppModule,
    loadLanguage: async () => (await load('language.js')) as unknown as LanguageModule,
    loadImports: async () => (await load('import.js')) as unknown as ImportModule,
    listen: undefined,
    openLedger: undefined,
    readHistory: undefined,
    agents: undefined,
  });
}

/**
 * Loads another bundle as the web extension host loads the first. The host's `require` knows `vscode` and no files, so the
 * text is run as a CommonJS module.
 */
async function loadBundle(uri: vscode.Uri): Promise<object> {
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${uri.toString(true)}`);
  run(module, module.exports, () => vscode);
  return module.exports;
}
