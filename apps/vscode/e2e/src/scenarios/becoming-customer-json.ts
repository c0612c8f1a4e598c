import type { Scenario } from '../scenario.ts';
import { addAccount, chooseAction, create, goTo, panelSays, problems, same } from '../steps.ts';

const named = '{\n  "$schema": "helpcrunch://schemas/customer.json",\n  "locale": "pt-br"\n}\n';
const curl = `curl https://api.helpcrunch.com/v1/customers -H 'Authorization: Bearer none' -d '{"name": "Ada Lovelace"}'`;

export const becomingCustomerJson: Scenario = {
  name: 'other JSON has no features until it names the schema or a curl command is pasted as a customer; a crashed server restarts',
  files: { 'other.json': '{\n  "locale": "pt-br"\n}\n', 'named.json': named, 'empty.json': '' },
  async run({ workbench, host, picture }) {
    const { page, statusBar } = workbench;
    const lenses = page.locator('.codelens-decoration');
    const errors = page.locator('.squiggly-error');
    const servers = () => host.languageServers();

    await workbench.openFile('other.json');
    await goTo(workbench, 2, 5);
    // Once the built-in server answered, ours would have too.
    await statusBar.getByText('JSON', { exact: true }).waitFor();
    same([await lenses.count(), await errors.count()], [0, 0], 'lenses and errors in other JSON');
    same(servers().length, 0, 'servers for other JSON');

    await goTo(workbench, 1, 2);
    await page.keyboard.insertText('\n  "$schema": "helpcrunch://schemas/customer.json",');
    await lenses.getByText('Create customer · Sandbox').waitFor();
    await errors.first().waitFor();
    await goTo(workbench, 2, 8);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.getByText('The address of this schema. It is never sent.').waitFor();
    await picture('language-schema');
    same(await errors.count(), 1, 'errors of a file that names the schema');
    await page.keyboard.press('Escape');
    await page.keyboard.insertText('x');
    await lenses.first().waitFor({ state: 'detached' });
    await errors.first().waitFor({ state: 'detached' });
    same(await errors.count(), 0, 'errors of a file that no longer names it');

    await workbench.openFile('named.json');
    await lenses.getByText('Create customer · Sandbox').waitFor();
    await addAccount(workbench, 'Production', 'any-key');
    await lenses.getByText('Create customer · Production').waitFor();
    await picture('language-account');

    for (const id of servers()) process.kill(id, 'SIGKILL');
    await goTo(workbench, 3, 14);
    for (const _ of 'pt-br') await page.keyboard.press('Delete');
    await page.keyboard.insertText('xx');
    await lenses.getByText('Create customer · Production').waitFor();
    await problems(workbench, 'named.json', 2);
    await page.locator('.markers-panel .monaco-list-row').filter({ hasText: '"xx"' }).waitFor();
    same(servers().length, host.kind === 'node' ? 1 : 0, 'servers after one was killed');
    // Two errors at one place have one underline, so the list counts.
    same(
      (await problems(workbench, 'named.json', 2)).length,
      3,
      'the file and its errors after the server came back',
    );
    await picture('language-crash');

    await workbench.openFile('empty.json');
    await page.locator('.editor-instance .view-lines').first().click();
    await page.evaluate((text) => navigator.clipboard.writeText(text), curl);
    await page.keyboard.press('Control+V');
    await page.locator('.view-line').filter({ hasText: 'curl' }).waitFor();
    await picture('language-paste');
    await page.locator('.post-edit-widget').click();
    await chooseAction(workbench, 'Paste as HelpCrunch Customer');
    await page.locator('.view-line').filter({ hasText: 'curl' }).waitFor({ state: 'detached' });
    await page.locator('.view-line').filter({ hasText: '"name": "Ada Lovelace"' }).waitFor();
    await picture('language-pasted');
    same(await page.locator('.view-line').filter({ hasText: 'curl' }).count(), 0, 'the command');
  },
};

const markdown =
  '# Customers\n\n```json\n{ "name": "Ada Lovelace" }\n```\n\n```jsonc\n{ "locale": "xx" } // no language\n```\n';

const notebook = JSON.stringify({
  cells: [
    {
      cell_type: 'code',
      execution_count: null,
      metadata: { vscode: { languageId: 'json' } },
      outputs: [],
      source: ['{ "name": "Mary Somerville" }'],
    },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 2,
});

export const embeddedJson: Scenario = {
  name: 'fenced JSON in Markdown and a notebook cell are customers too',
  files: { 'notes.md': markdown, 'cells.ipynb': notebook },
  async run({ workbench, host, picture }) {
    await workbench.openFile('notes.md');
    await goTo(workbench, 4, 3);
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.page.locator('.view-line').first().click();
    await goTo(workbench, 8, 3);
    await create(workbench);
    await panelSays(workbench, 'Not sent');
    await workbench.panel.getByText('(line 8, column 13)').waitFor();
    await picture('markdown');

    await workbench.run('View: Close All Editors');
    await workbench.fileRow('cells.ipynb').dblclick();
    // A browser asks before it opens a notebook.
    if (host.kind === 'web') await workbench.dialog.getByRole('button', { name: 'Open Notebook' }).click();
    await workbench.page.locator('.notebook-editor .cell .monaco-editor .view-line').first().click();
    await create(workbench);
    await panelSays(workbench, 'Created');
    await picture('notebook');
  },
};
