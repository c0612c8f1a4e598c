import { ada } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { addAccount, create, panelSays, same } from '../steps.ts';

export const blocked: Scenario = {
  name: 'what a firewall blocks is shown as blocked, without a question, and not as a problem of the key',
  onlyIn: { host: 'node', because: 'a browser hides the page of a firewall from the extension' },
  files: { 'ada.customer.json': ada },
  async run({ workbench, gate, picture }) {
    const { dialog, panel } = workbench;
    await workbench.openFile('ada.customer.json');
    await addAccount(workbench, 'Production', 'a-key');
    gate.block();
    await create(workbench);
    await panelSays(workbench, 'Blocked');
    await panel.getByText('Duplicate check: 403').waitFor();
    await picture('blocked');
    same([await dialog.count(), gate.came('creates')], [0, 0], 'questions and creates');
    same(await panel.getByText('API key').count(), 0, 'sentences about the key');
  },
};
