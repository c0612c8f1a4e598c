import type { Scenario } from '../scenario.ts';
import { create, panelSays, same, useProduction } from '../steps.ts';

export const mashedSend: Scenario = {
  name: 'twenty sends make one request',
  files: { 'bob.customer.json': '{ "name": "Charles Babbage" }\n' },
  async run({ workbench, api }) {
    const { page, dialog } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('bob.customer.json');
    await useProduction(workbench);
    api.sandbox.useScenario('field-rejected');
    await create(workbench);
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await panelSays(workbench, 'Refused');
    same(posts(), 1, 'creates that were refused');

    api.sandbox.useScenario(undefined);
    await workbench.panel.getByRole('button', { name: 'Send Again' }).evaluate((button: HTMLElement) => {
      for (let click = 0; click < 20; click += 1) button.click();
    });
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    await panelSays(workbench, 'Created');
    await page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
    same(posts(), 2, 'creates after twenty clicks');
    same(api.sandbox.customers.length, 1, 'customers');
  },
};
