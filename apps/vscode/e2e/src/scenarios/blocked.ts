import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, same, useProduction } from '../steps.ts';

export const blocked: Scenario = {
  name: 'what a firewall blocks is shown as blocked, without a question, and not as a problem of the key',
  onlyIn: { host: 'node', because: 'a browser hides the page of a firewall from the extension' },
  files: { 'blocked.customer.json': customerWith({ email: 'blocked@example.com', userId: '1825' }) },
  async run({ workbench, gate, picture }) {
    const { dialog, panel } = workbench;
    await workbench.openFile('blocked.customer.json');
    await useProduction(workbench);
    gate.block();
    await create(workbench);
    await panelSays(workbench, 'Blocked');
    await panel.getByText('Duplicate check: 403').waitFor();
    await picture('blocked');
    same([await dialog.count(), gate.came('creates')], [0, 0], 'questions and creates');
    same(await panel.getByText('API key').count(), 0, 'sentences about the key');
  },
};
