import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { customerWith, type Scenario } from '../scenario.ts';
import {
  addAccount,
  consentTo,
  create,
  manageAccount,
  notification,
  panelSays,
  same,
  toast,
  typeAccount,
} from '../steps.ts';

/** As long as real keys are; the scenario looks for it everywhere afterwards. */
const canary = `canary${'k3Y'.repeat(108)}`;

export const liveAccount: Scenario = {
  name: 'a live account asks before anything is created, sends once however often, and keeps its key secret',
  files: { 'live.customer.json': customerWith({}) },
  async run({ workbench, api, host, hasOutput, picture }) {
    const { page, dialog, statusBar } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('live.customer.json');
    await addAccount(workbench, 'Production', `Authorization: Bearer ${canary}`);
    await picture('live-status-bar');
    if (host.kind === 'node') {
      // The page is gone at once, and with it what the editor was about to store.
      await page.reload();
      // The editor may bring back the response of an earlier scenario, which says Created, too.
      await workbench.run('View: Close All Editors');
      await page.locator('.editor-group-container.empty').waitFor();
      await workbench.openFile('live.customer.json');
      await statusBar.getByText('HelpCrunch: Production (live)').waitFor();
    }
    await workbench.run('Notifications: Clear All Notifications');

    await create(workbench);
    const place = `account Production at 127.0.0.1:${api.port}`;
    await dialog.getByText(`Create this customer in HelpCrunch, ${place}?`).waitFor();
    await dialog.getByText('"userId": "1815"').waitFor();
    await dialog.getByText(`Host: 127.0.0.1:${api.port}`).waitFor();
    // The progress of the duplicate check is hidden while the question is open.
    await workbench.toasts.first().waitFor({ state: 'detached' });
    await picture('consent');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    same(posts(), 0, 'creates before consent');
    same(
      api.sandbox.requests.every(({ path }) => path === '/v1/customers/search'),
      true,
      'only the duplicate check leaves before consent',
    );

    await create(workbench);
    await consentTo(workbench, 'Created');
    same(posts(), 1, 'creates after consent');
    const sent = api.sandbox.requests.find(({ path }) => path === '/v1/customers');
    same(sent?.headers['authorization'], `Bearer ${canary}`, 'the key that went out');

    await workbench.run('HelpCrunch: Copy Last Request as curl');
    await statusBar.getByText('curl command copied.').waitFor();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    same(/\$\{HELPCRUNCH_API_KEY:\?/.test(command), true, 'the variable in the curl command');

    // Twenty clicks before the extension can react to one.
    await workbench.panel.getByRole('button', { name: 'Send Again' }).evaluate((button: HTMLElement) => {
      for (let click = 0; click < 20; click += 1) button.click();
    });
    await panelSays(workbench, 'User ID taken');
    await workbench.panel
      .getByRole('status')
      .getByText('this customer was already created from here')
      .waitFor();
    await notification(workbench, 'is already being sent');
    same(posts(), 1, 'creates after twenty clicks, the userId being taken');

    await workbench.run('HelpCrunch: Copy Last Request as curl');
    await notification(workbench, 'The last customer was not sent.');
    await workbench.run('HelpCrunch: Show Log');
    if (hasOutput) await page.locator('.part.panel').getByText('Production: created').waitFor();
    else console.log('- skipped, a compiler is missing: reading the Output channel');
    await picture('log');
    same(
      [command, await page.content(), await workbench.panel.locator('html').innerHTML()]
        .join()
        .includes(canary),
      false,
      'the key on the screen',
    );
    const logged = host.traces
      .flatMap(filesIn)
      .filter((file) => readFileSync(file).includes('Production: created'));
    same(
      logged.length > 0,
      host.kind === 'node' && hasOutput,
      'the log is among the files that are searched',
    );
    same(
      host.traces.flatMap(filesIn).filter((file) => readFileSync(file).includes(canary)),
      [],
      'files with the key',
    );

    await manageAccount(workbench, 'Production', 'Rename');
    await workbench.answer('Main');
    await workbench.openFile('live.customer.json');
    await statusBar.getByText('HelpCrunch: Main (live)').waitFor();
    await manageAccount(workbench, 'Main', 'Remove');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await statusBar.getByText('HelpCrunch: Sandbox').waitFor();
  },
};

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

export const untrustedFolder: Scenario = {
  name: 'in a folder that is not trusted, customers go to the sandbox only',
  onlyIn: { host: 'node', because: 'this web host trusts every folder' },
  files: { 'ada.customer.json': customerWith({}) },
  async run({ workbench, api, gate, picture }) {
    const { dialog, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await statusBar.getByText('Restricted Mode').waitFor();
    await create(workbench);
    await panelSays(workbench, 'Created');
    await addAccount(workbench, 'Production', 'a-key');
    await create(workbench);
    await toast(workbench, 'this folder is not trusted');
    await picture('untrusted');
    same(
      [await dialog.count(), gate.came('lookups'), api.sandbox.requests.length],
      [0, 0, 0],
      'questions and requests',
    );
  },
};

export const refusedKey: Scenario = {
  name: 'a key is checked when it is added; a refused one can be updated from the panel, and the customer sent again',
  files: {
    'refused-key.customer.json': customerWith({ email: 'key@example.com', userId: '1830' }),
    'plain.json': '{ "name": "Ada Lovelace", "email": "plain@example.com" }',
  },
  async run({ workbench, api, picture }) {
    const { page, dialog, panel, statusBar } = workbench;
    await workbench.openFile('refused-key.customer.json');
    api.sandbox.useScenario('bad-key');
    await typeAccount(workbench, 'Old', 'a-refused-key');
    await dialog.getByText('did not accept the key of Old (401)').waitFor();
    await picture('key-refused');
    await dialog.getByRole('button', { name: 'Save Anyway' }).click();
    await statusBar.getByText('HelpCrunch: Old (live)').waitFor();

    await create(workbench);
    await panelSays(workbench, 'Not authorized');
    await panel.getByText('Duplicate check: 401').waitFor();
    await picture('not-authorized');
    api.sandbox.useScenario(undefined);
    await panel.getByRole('button', { name: 'Update Key' }).click();
    await workbench.quickInput.getByText('Update the key of Old').waitFor();
    await workbench.answer('another-key');
    // A command that is opened before the key was read takes its place.
    await workbench.quickInput.waitFor({ state: 'detached' });
    await notification(workbench, 'accepted the key of Old. The key was updated.');
    await panel.getByRole('button', { name: 'Send Again' }).click();
    await consentTo(workbench, 'Created');
    const sent = api.sandbox.requests.find(({ path }) => path === '/v1/customers');
    same(sent?.headers['authorization'], 'Bearer another-key', 'the key that went out');
    await panel.getByRole('button', { name: 'Open in HelpCrunch' }).click();
    await notification(workbench, 'Where is a customer’s page?');

    await workbench.openFile('plain.json');
    await statusBar.getByText('HelpCrunch: Old (live)').waitFor();
    await picture('plain-json');
    await manageAccount(workbench, 'Old', 'Test Connection');
    await notification(workbench, 'accepted the key of Old.');
    await manageAccount(workbench, 'Old', 'Remove');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await statusBar.getByText('HelpCrunch: Sandbox').waitFor();
    same(await page.locator('.monaco-dialog-box').count(), 0, 'dialogs that are open');
  },
};

/** No server listens on the last ports; fetch refuses some of the first ones. */
export const closedPortUrl = 'http://127.0.0.1:65535/v1';

export const noServer: Scenario = {
  name: 'without a server, the outcome is "not sent", or "unknown" in a browser',
  files: { 'ada.customer.json': customerWith({}) },
  async run({ workbench, host, picture }) {
    const { dialog, panel, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await typeAccount(workbench, 'Nowhere', 'a-key');
    await dialog.getByText('could not be checked with 127.0.0.1:65535').waitFor();
    await dialog.getByRole('button', { name: 'Save Anyway' }).click();
    await statusBar.getByText('HelpCrunch: Nowhere (live)').waitFor();
    await create(workbench);
    if (host.kind === 'node') {
      await panelSays(workbench, 'Not sent');
      await panel.getByText('The connection was refused').waitFor();
      await panel.getByText("the account's base URL").waitFor();
      same(await panel.getByRole('region', { name: 'Request' }).count(), 0, 'requests shown');
      same(await panel.getByText('Copy as curl').count(), 0, 'curl commands for nothing sent');
    } else {
      await dialog.getByText('Duplicate check failed').waitFor();
      await consentTo(workbench, 'Unknown');
      await panel.getByText('Use VS Code on a desktop or a remote').waitFor();
    }
    await picture('no-server');
    if (!host.change) return;
    // The setting proposes an address to new accounts only.
    host.change({ 'helpcrunch.baseUrl': 'http://example.com/v1' });
    await workbench.run('Notifications: Clear All Notifications');
    await workbench.run('HelpCrunch: Add Account');
    const refused = await toast(workbench, 'must begin with https');
    await refused.hover();
    await refused.getByRole('button', { name: 'Open Setting' }).click();
    await workbench.page.locator('.settings-editor').getByText('Base Url').first().waitFor();
    await picture('open-setting');
  },
};
