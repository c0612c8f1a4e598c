import { ada } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, same, toast } from '../steps.ts';

export const untrustedFolder: Scenario = {
  name: 'in a folder that is not trusted customers go to the sandbox only',
  onlyIn: { host: 'web', because: 'code-server runs with trust switched off' },
  files: { 'ada.customer.json': ada },
  settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  async run({ workbench, api, gate, picture }) {
    const { dialog, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await statusBar.getByText('Restricted Mode').waitFor();
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.run('HelpCrunch: Add Account');
    await workbench.answer('Production');
    await workbench.answer('a-key');
    await create(workbench);
    await toast(workbench, 'This folder is not trusted');
    await picture('untrusted');
    same(
      [await dialog.count(), gate.came('look-ups'), api.sandbox.requests.length],
      [0, 0, 0],
      'questions and requests',
    );
  },
};
