import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, sandboxAnswers, toast } from '../steps.ts';

export const lostAnswer: Scenario = {
  name: 'a lost answer is unknown, is looked into, and is asked about before it goes out again',
  files: { 'lost.customer.json': customerWith({ email: 'lost@example.com', userId: '1820' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('lost.customer.json');
    await sandboxAnswers(workbench, 'created-then-lost');
    await create(workbench);
    await panelSays(workbench, 'Unknown');
    await picture('unknown');
    await workbench.panel.getByRole('button', { name: 'Send Again' }).click();
    await workbench.dialog.getByText('may have been created').waitFor();
    await picture('asked-again');
    await workbench.page.keyboard.press('Escape');
    const asked = await toast(workbench, 'The customer may have been created');
    await asked.hover();
    await asked.getByRole('button', { name: 'Check Whether It Exists' }).click();
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('after all: a look-up found it').waitFor();
    await picture('found');
  },
};
