import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { addAccount, create, panelSays, same, toast } from '../steps.ts';

export const untrustedFolder: Scenario = {
  name: 'in a folder that is not trusted customers go to the sandbox only',
  onlyIn: { host: 'node', because: 'this web host trusts whatever it opens' },
  files: { 'ada.customer.json': customerWith({}) },
  async run({ workbench, api, gate, picture }) {
    const { dialog, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await statusBar.getByText('Restricted Mode').waitFor();
    await create(workbench);
    await panelSays(workbench, 'Created');
    await addAccount(workbench, 'Production', 'a-key');
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
