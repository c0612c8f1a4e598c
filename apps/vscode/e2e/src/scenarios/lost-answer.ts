import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { consent, create, panelSays, same, toast, useProduction } from '../steps.ts';

export const lostAnswer: Scenario = {
  name: 'a lost answer is looked into at once; what stays unknown is asked about before it goes out again, and can be checked',
  files: { 'lost.customer.json': customerWith({ email: 'lost@example.com', userId: '1820' }) },
  async run({ workbench, api, gate, picture }) {
    const { dialog, page, panel } = workbench;
    await workbench.openFile('lost.customer.json');
    await useProduction(workbench);
    api.sandbox.useScenario('created-then-html-502');
    gate.hold('creates');
    await create(workbench);
    await consent(workbench);
    await gate.arrives('creates', 1);
    // The create goes on, and the lookup after it is held until no search works.
    const searches = gate.came('look-ups');
    gate.hold('look-ups');
    await gate.arrives('look-ups', searches + 2);
    api.sandbox.useScenario('search-fails');
    gate.hold(undefined);
    await panelSays(workbench, 'Unknown');
    await panel.getByText('It is still unknown whether the customer was created').waitFor();
    await picture('unknown');

    const sent = gate.came('creates');
    await panel.getByRole('button', { name: 'Send Again' }).click();
    await dialog.getByText('and may have been created').waitFor();
    await picture('asked-again');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    same(gate.came('creates'), sent, 'creates after a question that was not answered');

    api.sandbox.useScenario(undefined);
    const asked = await toast(workbench, 'The customer may have been created');
    await asked.hover();
    await asked.getByRole('button', { name: 'Check Whether It Exists' }).click();
    await panelSays(workbench, 'Created');
    await panel.getByText('Found by lookup').waitFor();
    await panel.getByText('a lookup found it').waitFor();
    await picture('found');
  },
};
