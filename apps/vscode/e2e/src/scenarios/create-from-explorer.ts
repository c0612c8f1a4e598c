import { ada } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { chooseInMenu, panelSays, same } from '../steps.ts';

export const createFromExplorer: Scenario = {
  name: 'a JSON file in the explorer has the entry, and another file has none',
  files: { 'ada.json': ada, 'readme.txt': 'Ada' },
  async run({ workbench, picture }) {
    const { page } = workbench;
    const row = (name: string) =>
      page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name });
    await row('readme.txt').click({ button: 'right' });
    const menu = page.locator('.monaco-menu:visible .action-item');
    await menu.filter({ hasText: 'Copy Path' }).first().waitFor();
    same(await menu.filter({ hasText: 'Create Customer' }).count(), 0, 'entries on a text file');
    await page.keyboard.press('Escape');
    await row('ada.json').click({ button: 'right' });
    await picture('explorer-menu');
    await chooseInMenu(workbench, 'Create Customer');
    await panelSays(workbench, 'Created');
  },
};
