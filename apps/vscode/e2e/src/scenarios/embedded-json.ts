import type { Scenario } from '../scenario.ts';
import { create, goTo, panelSays, toast } from '../steps.ts';

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
    await toast(workbench, '(line 8, column 13)');
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
