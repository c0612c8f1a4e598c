import type { Scenario } from '../scenario.ts';
import { chooseInMenu, consent, same, toast } from '../steps.ts';
import { violations } from './panel.ts';

const people = `Name;E-mail;Plan
Katherine Johnson;katherine@example.com;pro
Dorothy Vaughan;dorothy@example.com;free
Mary Jackson;not an address;free
`;

export const importTable: Scenario = {
  name: 'a table is imported: its columns are mapped by keyboard, one question shows the plan, and the result links to files',
  onlyIn: { host: 'node', because: 'a browser has no files to import, and the command says so' },
  files: { 'people.csv': people },
  async run({ workbench, picture }) {
    const { page, quickInput, dialog } = workbench;
    await workbench.openFile('people.csv');
    await workbench.run('HelpCrunch: Import Customers…');
    await quickInput.getByText('Import people.csv: columns and fields').waitFor();
    await quickInput.getByText('→ email').waitFor();
    await quickInput.getByText('1 to decide before it goes on.').waitFor();
    await picture('import-columns');
    await page.keyboard.press('Enter');
    await quickInput.getByText('Where does "Plan" go?').waitFor();
    await page.keyboard.press('Enter');
    await quickInput.getByText('→ customData.Plan').waitFor();
    await quickInput.getByText('Continue to the Plan').waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText('Create 2 customers in Sandbox?').waitFor();
    await dialog.getByText('Rows read: 3').waitFor();
    await picture('import-plan');
    const result = page
      .locator('iframe.webview.ready[src*="extensionId=helpcrunch"]')
      .last()
      .contentFrame()
      .locator('iframe#active-frame')
      .contentFrame();
    await consent(workbench, () => result.getByRole('heading', { name: '2 of 3 created' }).waitFor());
    await result.getByRole('row', { name: 'Failed 1 people.failed.csv' }).waitFor();
    same(await violations(result), [], 'axe violations of the result');
    await picture('import-result');
    await result.getByRole('link', { name: 'people.failed.csv' }).click();
    await page.locator('.editor-instance .monaco-editor[data-uri$="/people.failed.csv"]').waitFor();
    await workbench.fileRow('people.mapping.json').waitFor();

    await workbench.fileRow('people.csv').click({ button: 'right' });
    await chooseInMenu(workbench, 'Import Customers…');
    await quickInput.getByText('Continue to the Plan').waitFor();
    await page.keyboard.press('Enter');
    await result.getByRole('heading', { name: '2 of 3 created' }).waitFor();
    same(await dialog.count(), 0, 'questions when nothing is left to send');
  },
};

export const importInBrowser: Scenario = {
  name: 'in a browser, the import of a file says that it needs the desktop',
  onlyIn: { host: 'web', because: 'elsewhere, files are imported' },
  files: { 'people.csv': people },
  async run({ workbench }) {
    await workbench.openFile('people.csv');
    await workbench.run('HelpCrunch: Import Customers…');
    await toast(workbench, 'Importing a file needs VS Code on the desktop or in a remote window.');
  },
};
