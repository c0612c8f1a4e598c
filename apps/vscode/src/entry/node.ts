import type { ExtensionContext } from 'vscode';
import type { WorkspaceFile } from '../accounts/account-store.ts';
import { register } from './register.ts';

export function activate(context: ExtensionContext): void {
  // The build makes each of these imports a file of its own.
  register(context, {
    loadApp: () => import('./start-app.ts'),
    loadLanguage: () => import('../language/start-language.ts'),
    startServer: undefined,
    accountFile: context.storageUri && fileIn(context.storageUri.fsPath, 'active-account'),
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

function fileIn(folder: string, name: string): WorkspaceFile {
  return {
    read: async () => (await import('node:fs/promises')).readFile(`${folder}/${name}`, 'utf8'),
    async write(text) {
      const { mkdir, writeFile } = await import('node:fs/promises');
      await mkdir(folder, { recursive: true });
      await writeFile(`${folder}/${name}`, text, { flush: true });
    },
  };
}
