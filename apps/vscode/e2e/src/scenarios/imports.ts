import type { Scenario } from '../scenario.ts';
import { chooseInMenu, consent, create, openMenu, panelSays, same, toast } from '../steps.ts';
import { retryUntil } from '../waits.ts';
import { themes, useTheme, violations } from './panel.ts';

const people = `Name;E-mail;Plan;Team
Katherine Johnson;katherine@example.com;pro;1
Dorothy Vaughan;dorothy@example.com;free;2
Mary Jackson;not an address;free;2
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
    await quickInput.getByText('2 left before the plan.').waitFor();
    await picture('import-columns');
    await page.keyboard.press('Enter');
    for (const column of ['Plan', 'Team']) {
      await quickInput.getByText(`Where does "${column}" go?`).waitFor();
      await page.keyboard.press('Enter');
    }
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
    await picture('import-result');
    for (const theme of [...themes, 'Dark Modern']) {
      await useTheme(workbench, result, theme);
      same(await violations(result), [], `axe violations of the result in ${theme}`);
    }
    await result.getByRole('link', { name: 'line 4' }).click();
    await workbench.statusBar.getByText('Ln 4, Col 1', { exact: true }).waitFor();
    await workbench.statusBar.getByText('HelpCrunch: Sandbox').waitFor();
    await result.getByRole('link', { name: 'people.failed.csv' }).click();
    await page.locator('.editor-instance .monaco-editor[data-uri$="/people.failed.csv"]').waitFor();
    await workbench.fileRow('people.mapping.json').waitFor();

    // The rows that failed are mapped as they were in their own file.
    await workbench.run('HelpCrunch: Import Customers…');
    await quickInput.getByText('Import people.failed.csv: columns and fields').waitFor();
    await quickInput.getByText('→ customData.Plan').waitFor();
    await quickInput.getByText('Continue to the Plan').waitFor();
    await page.keyboard.press('Escape');
    await quickInput.waitFor({ state: 'detached' });

    const entry = 'Import Customers…';
    await openMenu(workbench, entry, () => workbench.fileRow('people.csv').click({ button: 'right' }));
    await chooseInMenu(workbench, entry);
    await quickInput.getByText('Continue to the Plan').waitFor();
    await page.keyboard.press('Enter');
    await result.getByText('Nothing was sent now: no row was left to send.').waitFor();
    await result.getByRole('heading', { name: '2 of 3 created' }).waitFor();
    same(await dialog.count(), 0, 'questions when nothing is left to send');
  },
};

const many = Array.from({ length: 45 }, (_, index) => ({ name: `Member ${index + 1}` }));
const list = JSON.stringify([...many, { name: 'Eve', locale: 'xx' }], null, 2);

export const longList: Scenario = {
  name: 'a list of 46 in an unsaved document is sent whole, and its results are files to open and to save',
  onlyIn: { host: 'node', because: 'a browser has no files to write' },
  files: { 'many.txt': list },
  async run({ workbench, picture }) {
    const { page, panel, quickInput } = workbench;
    await workbench.openFile('many.txt');
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await workbench.run('File: New Untitled Text File');
    await page.locator('.monaco-editor.focused[data-uri^="untitled:"]').waitFor();
    await page.keyboard.press('Control+V');
    await workbench.statusBar.getByText(/Ln 14\d, Col 2/).waitFor();
    await create(workbench);
    await quickInput.getByText('Create which of 46 customers?').waitFor();
    await page.keyboard.press('Enter');
    await panelSays(workbench, '45 of 46 created');
    same(await panel.locator('.run li').count(), 46, 'customers in the panel');
    await picture('list-results');
    await panel.getByRole('button', { name: 'Untitled-1.created.jsonl' }).click();
    const created = page.locator('.editor-instance .monaco-editor[data-uri$="/Untitled-1.created.jsonl"]');
    await created.getByText('"name": "Member 1", "helpcrunch_id"').waitFor();

    await panel.getByRole('button', { name: 'Save Result Files…' }).click();
    await quickInput.getByText('Save result files').waitFor();
    await retryUntil(quickInput, 'detached', () => page.keyboard.press('Enter'));
    // The explorer has only the rows in view, and this opens a file below them too.
    await workbench.openFile('Untitled-1.failed.jsonl');
    await workbench.openFile('Untitled-1.created.jsonl');
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
