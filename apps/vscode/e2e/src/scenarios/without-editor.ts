import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { consent, create, panelSays, same, toast } from '../steps.ts';

export const withoutEditor: Scenario = {
  name: 'without an editor a customer comes from the clipboard, from a file or from a new one',
  files: { 'ada.json': customerWith({ userId: '1817' }) },
  async run({ workbench, picture }) {
    const { page } = workbench;
    await create(workbench);
    await workbench.quickInput.getByText('Paste from the Clipboard').waitFor();
    await picture('without-editor');
    await page.evaluate(() => navigator.clipboard.writeText('{"name": "Ada", "locale": "xx"}'));
    await workbench.choose('Paste from the Clipboard');
    await panelSays(workbench, 'Not sent');
    await toast(workbench, '(line 1, column 27)');
    await page.locator('.squiggly-error').first().waitFor();
    await workbench.run('View: Close All Editors');
    await page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: /Don't Save/ })
      .click();
    await page.locator('.editor-instance').first().waitFor({ state: 'detached' });

    await create(workbench);
    await workbench.choose('Pick a File');
    // The dialog is a box with the path of the folder in it.
    await workbench.quickInput.getByText('Pick a customer').waitFor();
    await workbench.quickInput.locator('.monaco-list-row').filter({ hasText: 'ada.json' }).click();
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('ada@example.com', { exact: true }).waitFor();
    await workbench.run('View: Close All Editors');

    await create(workbench);
    await workbench.choose('New Customer File');
    await page.locator('.editor-instance .monaco-editor[data-uri$="new.customer.json"]').waitFor();
    await page.getByText('Ada Lovelace').first().waitFor();
    await create(workbench);
    await workbench.dialog.getByText('This email is already used by "Ada Lovelace"').waitFor();
    await picture('consent-email-used');
    await consent(workbench, 'Create anyway');
    await panelSays(workbench, 'Created');
    await picture('new-customer-file');
    same(await page.locator('.squiggly-error, .squiggly-warning').count(), 0, 'findings in a new file');
  },
};
