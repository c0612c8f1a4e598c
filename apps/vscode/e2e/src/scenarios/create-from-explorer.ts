import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { chooseInMenu, panelSays, same } from '../steps.ts';

export const createFromExplorer: Scenario = {
  name: 'JSON files in the explorer have the entry, one or several, and another file has none',
  files: {
    'augusta.json': customerWith({ email: 'countess@example.com', userId: '1816' }),
    'charles.json': '{ "name": "Charles Babbage" }',
    'readme.txt': 'Ada',
  },
  async run({ workbench, picture }) {
    const { page, fileRow: row } = workbench;
    await row('readme.txt').click({ button: 'right' });
    const menu = page.locator('.monaco-menu:visible .action-item');
    await menu.filter({ hasText: 'Copy Path' }).first().waitFor();
    same(await menu.filter({ hasText: 'Create Customer' }).count(), 0, 'entries on a text file');
    await page.keyboard.press('Escape');
    await row('augusta.json').click({ button: 'right' });
    await picture('explorer-menu');
    await chooseInMenu(workbench, 'Create Customer');
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Ada Lovelace', { exact: true }).waitFor();

    await row('augusta.json').click();
    await row('charles.json').click({ modifiers: ['ControlOrMeta'] });
    await row('readme.txt').click({ modifiers: ['ControlOrMeta'] });
    await row('charles.json').click({ button: 'right' });
    await chooseInMenu(workbench, 'Create Customer');
    await workbench.quickInput.getByText('2 customers: create which?').waitFor();
    // Ada is there already: the person unticks her.
    await workbench.quickInput.locator('.monaco-list-row').filter({ hasText: 'Ada' }).click();
    await workbench.quickInput.getByText('1 Selected').waitFor();
    await page.keyboard.press('Enter');
    await workbench.panel.getByText('Charles Babbage', { exact: true }).waitFor();
  },
};
