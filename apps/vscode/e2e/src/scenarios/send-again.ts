import type { Scenario } from '../scenario.ts';
import { consent, create, goTo, panelSays, same, useProduction } from '../steps.ts';

export const sendAgain: Scenario = {
  name: 'what is sent again is the text as it is now; when that is gone, the customer of before, and both are said',
  files: { 'eve.customer.json': '{ "name": "Eve", "phone": "1" }\n' },
  async run({ workbench, api, picture }) {
    const { page, panel, dialog } = workbench;
    const again = panel.getByRole('button', { name: 'Send Again' });
    await workbench.openFile('eve.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await consent(workbench);
    await panelSays(workbench, 'Created');

    await page.locator('.view-line').first().click();
    await goTo(workbench, 1, 15);
    await page.keyboard.insertText('lyn');
    await again.click();
    await dialog.getByText('The JSON was changed since').waitFor();
    await dialog.getByText('"name": "Evelyn"').waitFor();
    await picture('again-changed');
    await consent(workbench);
    await panel.getByText('Evelyn', { exact: true }).waitFor();

    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await again.click();
    await dialog.getByText('was not found any more').waitFor();
    await dialog.getByText('"name": "Evelyn"').waitFor();
    await picture('again-gone');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    same(
      api.sandbox.customers.map(({ name }) => name),
      ['Eve', 'Evelyn'],
      'customers',
    );
  },
};
