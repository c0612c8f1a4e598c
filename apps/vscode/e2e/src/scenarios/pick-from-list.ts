import { list } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, goTo, panelSays } from '../steps.ts';

export const pickFromList: Scenario = {
  name: 'of a list one is picked by name, or the one the cursor is in is taken',
  files: { 'all.customers.json': list },
  async run({ workbench, picture }) {
    await workbench.openFile('all.customers.json');
    await create(workbench);
    await workbench.quickInput.getByText('2 customers: which one?').waitFor();
    await picture('pick');
    await workbench.choose('Charles Babbage');
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('charles@example.com', { exact: true }).waitFor();

    await workbench.page.locator('.view-line').first().click();
    await goTo(workbench, 2, 10);
    await create(workbench);
    await workbench.panel.getByText('ada@example.com', { exact: true }).waitFor();
  },
};
