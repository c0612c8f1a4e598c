import type { Scenario } from '../scenario.ts';
import { consent, create, panelSays, reloadWindow, same, useProduction } from '../steps.ts';

const onlyIn = {
  host: 'node',
  because: 'a browser remembers what it sent for as long as the window is open',
} as const;

export const repeatAfterReload: Scenario = {
  name: 'after a reload the same customer again is asked about, with when it was created',
  onlyIn,
  files: { 'repeated.customer.json': '{ "name": "Katherine Johnson" }\n' },
  async run({ workbench, gate, picture }) {
    const { dialog } = workbench;
    await workbench.openFile('repeated.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await consent(workbench);
    await panelSays(workbench, 'Created');

    await reloadWindow(workbench);
    await workbench.openFile('repeated.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await dialog.getByText(/The same customer was created \d+ seconds? ago \(ID \d+\)/).waitFor();
    await picture('repeat-after-reload');
    await consent(workbench, 'Do not create');
    same(gate.came('creates'), 1, 'creates');
  },
};

export const reloadWhileSending: Scenario = {
  name: 'after a reload a customer that was on its way is asked about before it goes out again',
  onlyIn,
  files: { 'interrupted.customer.json': '{ "name": "Mary Jackson", "email": "mary@example.com" }\n' },
  async run({ workbench, gate, picture }) {
    const { dialog } = workbench;
    await workbench.openFile('interrupted.customer.json');
    await useProduction(workbench);
    gate.hold('creates');
    await create(workbench);
    await consent(workbench);
    await gate.arrives('creates', 1);

    await reloadWindow(workbench);
    await workbench.openFile('interrupted.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await dialog
      .getByText(/The same customer was sent \d+ seconds? ago and may have been created/)
      .waitFor();
    await picture('unknown-after-reload');
    await consent(workbench, 'Do not create');
    same(gate.came('creates'), 1, 'creates');
  },
};
