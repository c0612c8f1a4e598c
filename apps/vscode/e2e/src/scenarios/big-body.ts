import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, sandboxAnswers } from '../steps.ts';

export const bigBody: Scenario = {
  name: 'an answer of megabytes does not hang the panel, and opens raw',
  files: { 'big.customer.json': customerWith({ email: 'big@example.com', userId: '1819' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('big.customer.json');
    await sandboxAnswers(workbench, 'oversized-body');
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('its answer is too large to read').waitFor();
    await workbench.panel.locator('summary').filter({ hasText: 'Response' }).click();
    await workbench.panel.getByText('Only the beginning').waitFor();
    await picture('big-body');
    const response = workbench.panel.getByRole('region', { name: 'Response', exact: true });
    await response.getByRole('button', { name: 'Open as JSON' }).click();
    await workbench.page.locator('.editor-instance .monaco-editor[data-uri^="untitled"]').waitFor();
  },
};
