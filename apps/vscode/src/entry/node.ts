import type { ExtensionContext } from 'vscode';
import { register } from './register.ts';

export function activate(context: ExtensionContext): void {
  // The build makes each of these imports a bundle of its own.
  register(context, {
    loadApp: () => import('./start-app.ts'),
    loadLanguage: () => import('../language/start-language.ts'),
    async openLedger(options) {
      const { createFileLedger, systemStateFolder } = await import('@helpcrunch-customer-kit/local/ledger');
      return createFileLedger({ ...options, folder: systemStateFolder(process) });
    },
    async readHistory() {
      const { openHistory, systemStateFolder } = await import('@helpcrunch-customer-kit/local/ledger');
      return openHistory({ folder: systemStateFolder(process) }).list();
    },
    loadImports: () => import('../import/start-imports.ts'),
    listen: async (sandbox, options) =>
      (await import('@helpcrunch-customer-kit/sandbox/listen')).listen(sandbox, options),
  });
}
