import type { ExtensionContext } from 'vscode';
import { register } from './register.ts';

export function activate(context: ExtensionContext): void {
  // The build makes each of these imports a file of its own.
  register(context, {
    loadApp: () => import('./start-app.ts'),
    loadLanguage: () => import('../language/start-language.ts'),
    startServer: undefined,
    async openLedger(options) {
      const { createFileLedger, systemStateFolder } = await import('@helpcrunch-customer-kit/local/ledger');
      return createFileLedger({ ...options, folder: systemStateFolder(process) });
    },
    async readHistory() {
      const { openHistory, systemStateFolder } = await import('@helpcrunch-customer-kit/local/ledger');
      return openHistory({ folder: systemStateFolder(process) }).list();
    },
    agents: {
      command: process.execPath,
      get version() {
        return String(context.extension.packageJSON.version);
      },
      async stateFolder() {
        const { systemStateFolder } = await import('@helpcrunch-customer-kit/local/ledger');
        return systemStateFolder(process);
      },
      async watchPlans({ onQuestion, ...watch }) {
        const { planText, systemStateFolder, watchPlans } = await import(
          '@helpcrunch-customer-kit/local/ledger'
        );
        return watchPlans({
          ...watch,
          folder: systemStateFolder(process),
          onQuestion: (plan, plans) => onQuestion(plan, { plans, textOf: planText }),
        });
      },
    },
    loadImports: () => import('../import/start-imports.ts'),
    listen: async (sandbox, options) =>
      (await import('@helpcrunch-customer-kit/sandbox/listen')).listen(sandbox, options),
  });
}
