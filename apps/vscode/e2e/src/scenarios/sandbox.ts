import { customerWith, type Scenario } from '../scenario.ts';
import { create, panelSays, same, sandboxAnswers, toast } from '../steps.ts';

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

export const sandboxPort: Scenario = {
  name: 'the sandbox takes a port for other clients, and gives it back',
  onlyIn: { host: 'node', because: 'nothing can listen in a browser' },
  files: {
    'port.customer.json': customerWith({ name: 'Grace Hopper', email: 'grace@example.com', userId: '1906' }),
  },
  async run({ workbench, picture }) {
    await workbench.openFile('port.customer.json');
    await workbench.run('HelpCrunch: Start the Sandbox on a Port');
    await workbench.answer('0');
    const told = await toast(workbench, 'The sandbox listens at');
    const [baseUrl = ''] = /http:\S+?\/v1/.exec((await told.textContent()) ?? '') ?? [];
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText(new URL(baseUrl).host, { exact: true }).waitFor();
    await picture('sandbox-port');
    const id = await workbench.panel.locator('dt:text-is("Id") + dd').textContent();
    const headers = { authorization: 'Bearer any-key' };
    const found = await fetch(`${baseUrl}/customers/${id}`, { headers });
    same([found.status, (await found.json()).name], [200, 'Grace Hopper'], 'what another client sees');
    await workbench.run("HelpCrunch: Stop the Sandbox's Port");
    await workbench.statusBar.getByText('The sandbox has no port any more.').waitFor();
    const isGone = await fetch(baseUrl).then(
      () => false,
      () => true,
    );
    same(isGone, true, 'the port is closed');
  },
};
