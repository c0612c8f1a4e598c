import type { ExtensionContext } from 'vscode';
import { register } from './register.ts';

export function activate(context: ExtensionContext): void {
  // The build keeps these imports apart, as bundles of their own beside this one.
  register(context, {
    loadApp: () => import('./start-app.ts'),
    loadLanguage: () => import('../language/start-language.ts'),
    async openLedger(options) {
      const { createFileLedger, systemStateFolder } = await import('@helpcrunch-customer-kit/local/ledger');
      return createFileLedger({ ...options, folder: systemStateFolder(process) });
    },
    listen: async (sandbox, options) =>
      (await import('@helpcrunch-customer-kit/sandbox/listen')).listen(sandbox, options),
  });
}
