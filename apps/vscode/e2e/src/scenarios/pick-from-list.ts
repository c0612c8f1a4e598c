import type { Scenario } from '../scenario.ts';
import { create, goTo, panelSays } from '../steps.ts';

const list = `[
  { "name": "Ada Lovelace", "email": "augusta@example.com" },
  { "name": "Charles Babbage", "email": "charles@example.com" }
]
`;

export const pickFromList: Scenario = {
  name: 'of a list one is picked by name, or the one the cursor is in is taken',
  files: { 'two.customers.json': list },
  async run({ workbench, picture }) {
    await workbench.openFile('two.customers.json');
    await create(workbench);
    await workbench.quickInput.getByText('2 customers: which one?').waitFor();
    await picture('pick');
    await workbench.choose('Charles Babbage');
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('charles@example.com', { exact: true }).waitFor();

    await workbench.page.locator('.view-line').first().click();
    await goTo(workbench, 2, 10);
    await create(workbench);
    await workbench.panel.getByText('augusta@example.com', { exact: true }).waitFor();
  },
};
