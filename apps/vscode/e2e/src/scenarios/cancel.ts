import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, same, sandboxAnswers, toast } from '../steps.ts';

export const cancel: Scenario = {
  name: 'a cancel after the request began says that the customer may exist; until then the entry is disabled',
  files: { 'slow.customer.json': customerWith({ email: 'slow@example.com', userId: '1821' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('slow.customer.json');
    await sandboxAnswers(workbench, 'slow');
    await create(workbench);
    const progress = await toast(workbench, 'Creating a customer in Sandbox');
    await workbench.page.keyboard.press('F1');
    await workbench.quickInput.locator('input.input').first().fill('>HelpCrunch: Create');
    await workbench.quickInput.locator('.monaco-list-row').first().waitFor();
    const rows = await workbench.quickInput.locator('.monaco-list-row').allInnerTexts();
    same(
      rows.some((row) => row.includes('Create Customer')),
      false,
      'the entry is offered while sending',
    );
    await workbench.page.keyboard.press('Escape');
    await picture('sending');
    await progress.hover();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await panelSays(workbench, 'Unknown');
    await workbench.panel.getByText('you cancelled after the request had begun').waitFor();
  },
};
