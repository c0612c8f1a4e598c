import type { Scenario } from '../scenario.ts';
import { create, panelSays, sandboxAnswers } from '../steps.ts';

export const walkthrough: Scenario = {
  name: 'the walkthrough is done by doing, in the sandbox alone',
  files: { 'other.json': '{}' },
  async run({ workbench, picture }) {
    const { page } = workbench;
    await workbench.run('Welcome: Open Walkthrough...');
    await workbench.choose('Create a customer, without a key');
    await page.getByRole('button', { name: 'New Customer File' }).click();
    await page.locator('.editor-instance .monaco-editor[data-uri$="new.customer.json"]').waitFor();
    await create(workbench);
    await panelSays(workbench, 'Created');
    await sandboxAnswers(workbench, 'bad-key');
    await create(workbench);
    await panelSays(workbench, 'Not authorized');
    await workbench.run('HelpCrunch: Switch Account');
    await workbench.choose('Sandbox');
    await workbench.run('Welcome: Open Walkthrough...');
    await workbench.choose('Create a customer, without a key');
    await page
      .locator('.getting-started-step .codicon-getting-started-step-checked.complete:visible')
      .nth(3)
      .waitFor();
    await picture('walkthrough');
  },
};
