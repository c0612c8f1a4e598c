import type { RequestKind } from '../gate.ts';
import type { Scenario, Scene } from '../scenario.ts';
import {
  consent,
  consentTo,
  create,
  goTo,
  panelSays,
  problems,
  same,
  toast,
  useProduction,
} from '../steps.ts';

const note = `{ "name": "Ada Lovelace", "userId": "1815" }
{ "name": "Charles Babbage", "userId": "1791" }
{ "name": "Eve", "locale": "xx" }`;

export const severalSelections: Scenario = {
  name: 'several selections are created one after the other, after one question, and each has its outcome',
  files: { 'three.txt': note, 'empty.customers.json': '{}' },
  async run({ workbench, api, picture }) {
    const { page, panel, dialog, quickInput } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('empty.customers.json');
    await useProduction(workbench);
    // The check of the key, where the account is new.
    await workbench.run('Notifications: Clear All Notifications');
    const { length: before } = api.sandbox.requests;
    await workbench.openFile('three.txt');
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Shift+Alt+I');
    await page.keyboard.press('Shift+Home');
    await workbench.statusBar.getByText('3 selections').waitFor();

    await create(workbench);
    await quickInput.getByText('Create which of 3 customers?').waitFor();
    await quickInput.getByText('3 Selected').waitFor();
    await picture('pick-several');
    await page.keyboard.press('Enter');
    await dialog.getByText('Create 2 customers in HelpCrunch, account Production?').waitFor();
    await dialog.getByText('1 more cannot be sent').waitFor();
    await picture('consent-several');
    same(api.sandbox.requests.length, before, 'requests before consent, with the check of the key');
    await consentTo(workbench, '2 of 3 created');
    await panel.getByRole('heading', { level: 2, name: '"Eve": Not sent' }).waitFor();
    await panel.getByText('2 of 3 customers were created. Not created: "Eve".').waitFor();
    // The progress of the run ends after its last customer.
    await workbench.toasts.filter({ hasText: 'Creating 3 customers' }).waitFor({ state: 'detached' });
    same(await workbench.toasts.count(), 0, 'toasts while the panel is in view');
    same(posts(), 2, 'creates');
    await picture('several');
    await panel.getByRole('button', { name: '"Charles Babbage"' }).click();
    await panel.getByRole('heading', { level: 2, name: '"Charles Babbage": Created' }).waitFor();
    await panel.getByRole('status').getByText('The customer was created').waitFor();
    await panel.getByRole('heading', { level: 1, name: '2 of 3 created' }).waitFor();
    await panel.getByText('1791', { exact: true }).waitFor();
  },
};

const names = ['Ada', 'Grace', 'Mary', 'Emmy', 'Sofya'];
const list = `[\n${names.map((name) => `  { "name": "${name}", "userId": "${name}-1" }`).join(',\n')}\n]\n`;
const ada = '{\n  "name": "Ada",\n  "email": "ada@example.com",\n  "phone": "1"\n}\n';

export const underWay: Scenario = {
  name: 'edits during a request move its diagnostics, and a cancel at any moment has a true outcome',
  files: { 'edited.customer.json': ada, 'all.customers.json': list },
  async run(scene) {
    const { workbench, api, gate, picture } = scene;
    const { page } = workbench;
    await workbench.openFile('edited.customer.json');
    await useProduction(workbench);
    api.sandbox.useScenario('field-rejected');
    gate.hold('creates');
    await create(workbench);
    await consent(workbench, () => gate.arrives('creates', 1));
    await toast(workbench, 'Creating a customer in Production');
    await page.locator('.view-line').first().click();
    await goTo(workbench, 1);
    await page.keyboard.insertText('\n');
    await goTo(workbench, 3, 12);
    await page.keyboard.insertText('Lady ');
    gate.hold(undefined);
    await panelSays(workbench, 'Refused');
    const listed = await problems(workbench, 'edited.customer.json', 1);
    same(
      listed.filter((row) => row.includes('Ln 4, Col 12')).length,
      1,
      'problems at the email, a line further down',
    );
    await picture('edited-under-way');

    api.sandbox.useScenario(undefined);
    await workbench.run('View: Toggle Panel Visibility');
    await workbench.openFile('all.customers.json');
    gate.hold('lookups');
    await cancelWhileHeld(scene, 1, 'lookups', 'Canceled');
    same(gate.came('creates'), 1, 'creates after a cancel before the request');
    gate.hold('creates');
    for (const [index] of names.slice(1).entries()) {
      await cancelWhileHeld(scene, index + 2, 'creates', 'Unknown');
    }
    await picture('cancelled');
    gate.hold(undefined);
    same(gate.came('creates'), 1 + names.length - 1, 'creates, one for each cancel after the request began');
  },
};

/** Cancels the create of a customer of the list while a request of it is held back. */
async function cancelWhileHeld(
  { workbench, gate }: Scene,
  line: number,
  kind: RequestKind,
  title: string,
): Promise<void> {
  const { page, panel } = workbench;
  const before = gate.came(kind);
  await page.locator('.editor-instance .view-line').first().click();
  await goTo(workbench, line + 1, 5);
  await create(workbench);
  // While the duplicate check is held, no question appears.
  const arrives = () => gate.arrives(kind, before + 1);
  if (kind === 'creates') await consent(workbench, arrives);
  else await arrives();
  const progress = await toast(workbench, 'Creating a customer in Production');
  await progress.hover();
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await panelSays(workbench, title);
  await panel.getByText(`${names[line - 1]}-1`, { exact: true }).waitFor();
  await workbench.run('Notifications: Clear All Notifications');
}

const team = '[\n  { "name": "Annie Easley" },\n  { "name": "Melba Mouton" }\n]\n';

export const aloneAndInList: Scenario = {
  name: 'a customer with nothing but a name is created once, alone and with its list',
  files: { 'team.customers.json': team },
  async run({ workbench, api, picture }) {
    const { page, panel, dialog } = workbench;
    const names = () => api.sandbox.customers.map(({ name }) => name);
    await workbench.openFile('team.customers.json');
    await useProduction(workbench);
    await goTo(workbench, 2, 5);
    await create(workbench);
    await consentTo(workbench, 'Created');
    same(names(), ['Annie Easley'], 'customers after the first alone');

    await page.locator('.codelens-decoration').getByText('Create all 2 · Production').click();
    await consentTo(workbench, '1 of 2 created');
    await panel.getByText(/Created before \(ID \d+\)/).waitFor();
    await picture('created-before');
    same(names(), ['Annie Easley', 'Melba Mouton'], 'customers after the list');

    await goTo(workbench, 3, 5);
    await create(workbench);
    await dialog
      .getByText(/The same customer was created by an import \d+ seconds? ago \(ID \d+\)/)
      .waitFor();
    await dialog.getByRole('button', { name: 'Do not create' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    same(names(), ['Annie Easley', 'Melba Mouton'], 'customers in the end');
  },
};

export const tooManyRequests: Scenario = {
  name: 'after a rate limit the wait counts down, and the customer is sent at its end unless that is stopped',
  files: { 'limited.customer.json': '{ "name": "Ada Lovelace" }\n' },
  async run({ workbench, api, picture }) {
    const { panel, dialog } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('limited.customer.json');
    await useProduction(workbench);
    api.sandbox.useScenario('rate-limited-retry-after');
    await create(workbench);
    await consentTo(workbench, 'Rate limited');
    same(posts(), 1, 'creates before the wait');

    api.sandbox.useScenario('rate-limited');
    await panel.getByRole('button', { name: 'Send After the Wait' }).click();
    await panel
      .getByRole('timer')
      .getByText(/Sending in \d\d s/)
      .waitFor();
    same([posts(), await dialog.count()], [2, 0], 'creates after the first wait, and questions');
    await workbench.toasts.first().waitFor({ state: 'detached' });
    await picture('waiting');
    // The panel counts down by itself; when it is closed, a notification does, and can stop the wait.
    await workbench.run('View: Close Editor');
    await toast(workbench, 'Sending "Ada Lovelace" to Production');
    await workbench.run('HelpCrunch: Show Last Response');
    await workbench.toasts.first().waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Stop Waiting' }).click();
    await panel.getByRole('button', { name: 'Send After the Wait' }).waitFor();
    same(posts(), 2, 'creates after a wait that was stopped');
  },
};
