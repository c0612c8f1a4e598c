import { customerWith, type Scenario } from '../scenario.ts';
import {
  backToNormal,
  consent,
  consentTo,
  create,
  panelSays,
  same,
  sandboxAnswers,
  toast,
} from '../steps.ts';

const template = `{
  "name": "Test {{counter}}",
  "email": "{{uuid}}@example.com",
  "firstSeen": "{{timestamp}}"
}
`;

export const variables: Scenario = {
  name: 'variables have values when they are sent: the same ones for a retry, new ones for another customer',
  files: { 'test.customer.json': template },
  async run({ workbench, picture }) {
    const { page, panel } = workbench;
    const email = () =>
      panel
        .getByText(/^[0-9a-f-]{36}@example\.com$/)
        .first()
        .textContent();
    await workbench.openFile('test.customer.json');
    await page.locator('.codelens-decoration').getByText('Create customer · Sandbox').waitFor();
    await page.locator('.view-line').getByText('{{counter}}').hover();
    await page.getByText('the next number of this workspace, next 1').waitFor();
    await picture('variables-hover');
    await sandboxAnswers(workbench, 'field-rejected');
    await create(workbench);
    await panelSays(workbench, 'Refused');
    const refused = await email();
    await backToNormal(workbench);
    await panel.getByRole('button', { name: 'Send Again' }).click();
    await consentTo(workbench, 'Created');
    same(await email(), refused, 'the email of the retry');
    await panel.getByRole('heading', { name: 'Variables' }).waitFor();
    await panel.getByText('Test 1', { exact: true }).waitFor();
    await picture('variables');

    await panel.getByRole('button', { name: 'Send Again' }).click();
    const another = panel.getByText('Test 2', { exact: true });
    await consent(workbench, () => another.waitFor(), 'Create anyway');
    same((await email()) === refused, false, 'another customer has the same email');
    const marks = page.locator('.editor-instance .squiggly-error, .editor-instance .squiggly-info');
    same(await marks.count(), 0, 'squiggles at variables');
  },
};

export const walkthrough: Scenario = {
  name: 'the walkthrough completes by doing its steps, in the sandbox only',
  files: { 'early.json': '{ "name": "Ada Lovelace" }' },
  async run({ workbench, picture }) {
    const { page } = workbench;
    // A customer from before does not keep a step from being done.
    await workbench.openFile('early.json');
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.run('View: Close All Editors');
    await workbench.run('Welcome: Open Walkthrough...');
    await workbench.choose('Create a customer without a key');
    await page.getByRole('button', { name: 'New Customer File' }).click();
    // The walkthrough stays in view, and its next button waits for the new file.
    await page.getByRole('button', { name: 'Create it in the sandbox' }).click();
    const step = (button: string) => page.getByRole('button', { name: button, exact: true }).click();
    await step('Create Customer');
    await panelSays(workbench, 'Created');
    await page.getByRole('button', { name: 'See a refusal' }).click();
    await step('See a Refusal');
    await panelSays(workbench, 'Refused');
    await page.locator('.squiggly-error').first().waitFor();
    const inStatusBar = workbench.statusBar.getByText('HelpCrunch: Sandbox (field-rejected)');
    await inStatusBar.waitFor();
    await workbench.panel.getByText('Sandbox (field-rejected)', { exact: true }).waitFor();
    await picture('walkthrough-refusal');
    await step('Back to Normal');
    await inStatusBar.waitFor({ state: 'detached' });
    // Pressed again, a step does the same.
    await page.getByRole('button', { name: 'Create it in the sandbox' }).click();
    await step('Create Customer');
    await panelSays(workbench, 'Created');
    same(await workbench.dialog.count(), 0, 'questions');
    const groups = page.locator('.editor-group-container');
    const { length: before } = await groups.all();
    await workbench.panel.getByRole('button', { name: 'Create Another' }).click();
    await page.locator('.editor-instance .monaco-editor[data-uri$="new-2.customer.json"]').waitFor();
    same(await groups.count(), before, 'groups of editors, with another new file');
    await page.getByRole('button', { name: 'Know where customers go' }).click();
    await step('Switch Account');
    await workbench.choose('Sandbox');
    await workbench.run('Welcome: Open Walkthrough...');
    await workbench.choose('Create a customer without a key');
    await page
      .locator('.getting-started-step .codicon-getting-started-step-checked.complete:visible')
      .nth(3)
      .waitFor();
    await picture('walkthrough');
  },
};

export const sandboxPort: Scenario = {
  name: 'the sandbox listens on a port for other clients, and stops',
  onlyIn: { host: 'node', because: 'a browser cannot listen on a port' },
  files: {
    'port.customer.json': customerWith({ name: 'Grace Hopper', email: 'grace@example.com', userId: '1906' }),
  },
  async run({ workbench, picture }) {
    await workbench.openFile('port.customer.json');
    await workbench.run('HelpCrunch: Start Sandbox on a Port');
    await workbench.answer('0');
    const started = await toast(workbench, 'The sandbox is listening at');
    const [baseUrl = ''] = /http:\S+?\/v1/.exec((await started.textContent()) ?? '') ?? [];
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText(new URL(baseUrl).host, { exact: true }).waitFor();
    await picture('sandbox-port');
    const id = await workbench.panel.locator('dt:text-is("ID") + dd').textContent();
    const headers = { authorization: 'Bearer any-key' };
    const found = await fetch(`${baseUrl}/customers/${id}`, { headers });
    same([found.status, (await found.json()).name], [200, 'Grace Hopper'], 'what another client sees');
    await workbench.run('HelpCrunch: Stop Sandbox Port');
    await workbench.statusBar.getByText('The sandbox stopped listening.').waitFor();
    const isGone = await fetch(baseUrl).then(
      () => false,
      () => true,
    );
    same(isGone, true, 'the port is closed');
  },
};
