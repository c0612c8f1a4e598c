import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { customerWith, type Scenario } from '../scenario.ts';
import { addAccount, consentTo, create, notification, panelSays, same, toast } from '../steps.ts';

/** As long as real keys are; the scenario looks for it everywhere afterwards. */
const canary = `canary${'k3Y'.repeat(108)}`;

export const liveAccount: Scenario = {
  name: 'a live account asks before anything is created, sends once however often, and keeps its key secret',
  files: { 'live.customer.json': customerWith({}) },
  async run({ workbench, api, host, hasOutput, picture, readmePicture }) {
    const { page, dialog, statusBar } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('live.customer.json');
    await addAccount(workbench, 'Production', `Authorization: Bearer ${canary}`);
    await picture('live-status-bar');
    await workbench.run('Notifications: Clear All Notifications');

    await create(workbench);
    const place = `account Production at 127.0.0.1:${api.port}`;
    await dialog.getByText(`Create this customer in HelpCrunch, ${place}?`).waitFor();
    await dialog.getByText('"userId": "1815"').waitFor();
    await dialog.getByText(`Host: 127.0.0.1:${api.port}`).waitFor();
    // The progress of the duplicate check is hidden while the question is open.
    await workbench.toasts.first().waitFor({ state: 'detached' });
    await picture('consent');
    await readmePicture('consent');
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
    same(command.includes('$HELPCRUNCH_API_KEY'), true, 'the variable in the curl command');

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

    await workbench.run('HelpCrunch: Rename Account');
    await workbench.choose('Production');
    await workbench.answer('Main');
    await workbench.openFile('live.customer.json');
    await statusBar.getByText('HelpCrunch: Main (live)').waitFor();
    await workbench.run('HelpCrunch: Remove Account');
    await workbench.choose('Main');
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

/** No server listens on the last ports; fetch refuses some of the first ones. */
export const closedPortUrl = 'http://127.0.0.1:65535/v1';

export const noServer: Scenario = {
  name: 'without a server, the outcome is "not sent", or "unknown" in a browser',
  files: { 'ada.customer.json': customerWith({}) },
  async run({ workbench, host, picture }) {
    const { dialog, panel, quickInput, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await workbench.run('HelpCrunch: Add Account');
    await workbench.answer('Nowhere');
    await quickInput.getByText('API key for 127.0.0.1:65535').waitFor();
    await workbench.answer('a-key');
    await statusBar.getByText('HelpCrunch: Nowhere (live)').waitFor();
    await create(workbench);
    if (host.kind === 'node') {
      await panelSays(workbench, 'Not sent');
      await panel.getByText('The connection was refused').waitFor();
      await panel.getByText('the setting helpcrunch.baseUrl').waitFor();
    } else {
      await dialog.getByText('Duplicate check failed').waitFor();
      await consentTo(workbench, 'Unknown');
      await panel.getByText('Use VS Code on a desktop or a remote').waitFor();
    }
    await picture('no-server');
    if (!host.change) return;
    // The key was saved for another address than that of the settings.
    host.change({ 'helpcrunch.baseUrl': 'http://127.0.0.1:65534/v1' });
    await workbench.run('Notifications: Clear All Notifications');
    await create(workbench);
    await toast(workbench, 'add an account for the new address');
    await picture('other-address');
    same(await dialog.count(), 0, 'questions about an account that cannot be used');
  },
};
