import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, reloadWindow, sandboxAnswers } from '../steps.ts';

export const reload: Scenario = {
  name: 'after a reload the panel shows the last response again',
  onlyIn: { host: 'node', because: 'this web host forgets its windows, whatever is in them, on reload' },
  files: { 'reloaded.customer.json': customerWith({ email: 'reloaded@example.com', userId: '1824' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('reloaded.customer.json');
    await sandboxAnswers(workbench, 'attributes-dropped');
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Custom data "plan" was sent, but is not in the answer.').waitFor();
    await reloadWindow(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Custom data "plan" was sent, but is not in the answer.').waitFor();
    await picture('restored');
  },
};
