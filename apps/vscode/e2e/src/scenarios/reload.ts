import { ada } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, sandboxAnswers } from '../steps.ts';

export const reload: Scenario = {
  name: 'after a reload the panel shows the last response again',
  onlyIn: { host: 'node', because: 'this web host forgets its windows, whatever is in them, on reload' },
  files: { 'ada.customer.json': ada },
  async run({ workbench, picture }) {
    await workbench.openFile('ada.customer.json');
    await sandboxAnswers(workbench, 'attributes-dropped');
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Custom data "plan" was sent, but is not in the answer.').waitFor();
    // The editor's own command: it waits for what is still being stored.
    await workbench.run('Developer: Reload Window');
    await workbench.page.waitForEvent('load');
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Custom data "plan" was sent, but is not in the answer.').waitFor();
    await picture('restored');
  },
};
