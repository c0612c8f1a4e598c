import type { Scenario } from '../scenario.ts';
import { consent, create, panelSays, same, toast, useProduction } from '../steps.ts';

export const tooManyRequests: Scenario = {
  name: 'after too many requests the wait counts down, and the customer goes out at its end unless that is called off',
  files: { 'limited.customer.json': '{ "name": "Ada Lovelace" }\n' },
  async run({ workbench, api, picture }) {
    const { panel, dialog } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('limited.customer.json');
    await useProduction(workbench);
    api.sandbox.useScenario('rate-limited-retry-after');
    await create(workbench);
    await consent(workbench);
    await panelSays(workbench, 'Rate limited');
    same(posts(), 1, 'creates before the wait');

    api.sandbox.useScenario('rate-limited');
    const asked = await toast(workbench, 'is rate limiting requests');
    await asked.hover();
    await asked.getByRole('button', { name: 'Send When the Wait Is Over' }).click();
    await panel
      .getByRole('timer')
      .getByText(/It goes out in \d\d s/)
      .waitFor();
    same([posts(), await dialog.count()], [2, 0], 'creates after the first wait, and questions');
    await toast(workbench, 'Sending "Ada Lovelace" to Production');
    await picture('waiting');
    await panel.getByRole('button', { name: 'Do Not Send' }).click();
    await panel.getByRole('button', { name: 'Send When the Wait Is Over' }).waitFor();
    same(posts(), 2, 'creates after a wait that was called off');
  },
};
