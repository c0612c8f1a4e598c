import { customerWith, type Scenario } from '../scenario.ts';
import {
  answerQuestion,
  chooseInMenu,
  consent,
  consentTo,
  create,
  goTo,
  panelSays,
  reloadWindow,
  same,
  useProduction,
} from '../steps.ts';
import { retryUntil } from '../waits.ts';

export const mashedSend: Scenario = {
  name: 'twenty sends make one request',
  files: { 'bob.customer.json': '{ "name": "Charles Babbage" }\n' },
  async run({ workbench, api, picture }) {
    const { page, dialog, panel } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('bob.customer.json');
    await useProduction(workbench);
    api.sandbox.useScenario('field-rejected');
    await page.evaluate(chooseAtOnce);
    await create(workbench);
    await dialog.getByText('Your answer came too fast').waitFor();
    same(posts(), 0, 'creates after an answer that came with the question');
    await consentTo(workbench, 'Refused');
    same(posts(), 1, 'creates that were refused');

    api.sandbox.useScenario(undefined);
    await workbench.panel.getByRole('button', { name: 'Send Again' }).evaluate((button: HTMLElement) => {
      for (let click = 0; click < 20; click += 1) button.click();
    });
    await dialog.getByText('HelpCrunch refused the same customer').waitFor();
    await consentTo(workbench, 'Created');
    same(posts(), 2, 'creates after twenty clicks');
    same(api.sandbox.customers.length, 1, 'customers');

    await panel.getByRole('button', { name: 'Send Again' }).click();
    await panel.locator('[data-action="send-again"]:disabled').waitFor();
    await dialog.getByText('The same customer was created').waitFor();
    await picture('consent-repeat');
    await answerQuestion(
      workbench,
      async () => {
        await dialog.locator('.monaco-button:focus').waitFor();
        await page.keyboard.press('Enter');
      },
      () => panel.locator('[data-action="send-again"]:enabled').waitFor(),
    );
    same(posts(), 2, 'creates after Enter where a second customer is possible');
  },
};

/** Runs in the page: clicks the default button as soon as the dialog opens, like a key that is held. */
function chooseAtOnce(): void {
  new MutationObserver((_, observer) => {
    const button = document.querySelector<HTMLElement>('.monaco-dialog-box .monaco-button:not(.secondary)');
    if (!button) return;
    observer.disconnect();
    button.click();
  }).observe(document.body, { childList: true, subtree: true });
}

const onlyIn = {
  host: 'node',
  because: 'a browser only remembers what it sent while the window is open',
} as const;

export const repeatAfterReload: Scenario = {
  name: 'after a reload, the same customer is asked about, with when it was created',
  onlyIn,
  files: { 'repeated.customer.json': '{ "name": "Katherine Johnson" }\n' },
  async run({ workbench, gate, picture }) {
    const { dialog, page } = workbench;
    await workbench.openFile('repeated.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await consentTo(workbench, 'Created');

    await reloadWindow(workbench);
    await workbench.openFile('repeated.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await dialog.getByText(/The same customer was created \d+ seconds? ago \(ID \d+\)/).waitFor();
    await picture('repeat-after-reload');
    await dialog.getByRole('button', { name: 'Do not create' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    same(gate.came('creates'), 1, 'creates');
  },
};

export const reloadWhileSending: Scenario = {
  name: 'after a reload during a create, the same customer is asked about before it is sent again',
  onlyIn,
  files: { 'interrupted.customer.json': '{ "name": "Mary Jackson", "email": "mary@example.com" }\n' },
  async run({ workbench, gate, picture }) {
    const { dialog, page } = workbench;
    await workbench.openFile('interrupted.customer.json');
    await useProduction(workbench);
    gate.hold('creates');
    await create(workbench);
    await consent(workbench, () => gate.arrives('creates', 1));

    await reloadWindow(workbench);
    await workbench.openFile('interrupted.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await dialog.getByText(/The same customer was sent \d+ seconds? ago and may have been created/).waitFor();
    await picture('unknown-after-reload');
    await dialog.getByRole('button', { name: 'Do not create' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    same(gate.came('creates'), 1, 'creates');
  },
};

export const lostAnswer: Scenario = {
  name: 'after a lost answer the customer is looked for; an unknown one is asked about before it is sent again, and can be checked',
  files: { 'lost.customer.json': customerWith({ email: 'lost@example.com', userId: '1820' }) },
  async run({ workbench, api, gate, picture }) {
    const { dialog, page, panel } = workbench;
    await workbench.openFile('lost.customer.json');
    await useProduction(workbench);
    api.sandbox.useScenario('created-then-html-502');
    gate.hold('creates');
    await create(workbench);
    await consent(workbench, () => gate.arrives('creates', 1));
    // The create continues. The lookup after it is held until no search works.
    const searches = gate.came('lookups');
    gate.hold('lookups');
    await gate.arrives('lookups', searches + 2);
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
    await panel.getByRole('button', { name: 'Check Whether It Exists' }).click();
    await panelSays(workbench, 'Created');
    await panel.getByText('Found by lookup').waitFor();
    await panel.getByText('a lookup found it').waitFor();
    await picture('found');
  },
};

export const sendAgain: Scenario = {
  name: 'Send Again sends the text as it is now, or the customer of before when the text is gone, and says which',
  files: { 'eve.customer.json': '{ "name": "Eve", "phone": "1" }\n' },
  async run({ workbench, api, picture }) {
    const { page, panel, dialog } = workbench;
    const again = panel.getByRole('button', { name: 'Send Again' });
    await workbench.openFile('eve.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await consentTo(workbench, 'Created');

    await page.locator('.view-line').first().click();
    await goTo(workbench, 1, 15);
    await page.keyboard.insertText('lyn');
    await again.click();
    await dialog.getByText('The JSON changed since').waitFor();
    await dialog.getByText('"name": "Evelyn"').waitFor();
    await picture('again-changed');
    await consent(workbench, () => panel.getByText('Evelyn', { exact: true }).waitFor());

    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await again.click();
    await dialog.getByText('The JSON was not found').waitFor();
    await dialog.getByText('"name": "Evelyn"').waitFor();
    await picture('again-gone');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    same(
      api.sandbox.customers.map(({ name }) => name),
      ['Eve', 'Evelyn'],
      'customers',
    );
  },
};

const attributes = Array.from({ length: 80 }, (_, index) => `"attribute-${index}": "${'x'.repeat(40)}"`);

export const longBody: Scenario = {
  name: 'a body that is too long for a dialog is read next to the editor, and canceled or created in its title bar',
  files: { 'long.customer.json': `{ "name": "Emmy Noether", "customData": { ${attributes.join(', ')} } }\n` },
  async run({ workbench, gate, picture }) {
    const { page, dialog, panel } = workbench;
    const preview = page.locator('.editor-instance .monaco-editor[data-uri^="helpcrunch://questions/"]');
    const title = page.locator('.editor-group-container.active .editor-actions');
    await workbench.openFile('long.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await preview.getByText('Account: Production').waitFor();
    await preview.getByText('Create this customer in HelpCrunch,').waitFor();
    same(await dialog.count(), 0, 'dialogs beside the preview');
    await picture('consent-long');
    await preview.click({ button: 'right' });
    const menu = page.locator('.monaco-menu:visible .action-item');
    await menu.filter({ hasText: 'Copy' }).first().waitFor();
    const creates = menu.filter({ hasText: /Create .*Customer/ });
    same(await creates.count(), 0, 'menu entries that would send the preview');
    // Escape would cancel the question if the menu were gone already.
    await chooseInMenu(workbench, 'Copy');
    await retryUntil(preview, 'detached', () => title.getByRole('button', { name: 'Cancel' }).click());
    same(gate.came('creates'), 0, 'creates after Cancel');

    await create(workbench);
    await preview.waitFor();
    // An answer that comes too soon opens the question again.
    await retryUntil(panel.getByRole('heading', { level: 1, name: 'Created' }), 'visible', async () => {
      if (await preview.isVisible()) await page.keyboard.press('Control+Enter');
    });
    same([await preview.count(), gate.came('creates')], [0, 1], 'previews and creates after Control+Enter');
    same(await page.locator('.tab.dirty').count(), 0, 'unsaved tabs');
  },
};
