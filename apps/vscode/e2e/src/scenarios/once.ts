import { customerWith, type Scenario } from '../scenario.ts';
import {
  answerableAfter,
  consent,
  create,
  goTo,
  panelSays,
  reloadWindow,
  same,
  toast,
  useProduction,
} from '../steps.ts';

export const mashedSend: Scenario = {
  name: 'twenty sends make one request',
  files: { 'bob.customer.json': '{ "name": "Charles Babbage" }\n' },
  async run({ workbench, api, picture }) {
    const { page, dialog } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('bob.customer.json');
    await useProduction(workbench);
    api.sandbox.useScenario('field-rejected');
    await page.evaluate(chooseAtOnce);
    await create(workbench);
    await dialog.getByText('That answer came too fast').waitFor();
    same(posts(), 0, 'creates after an answer that came with the question');
    await consent(workbench);
    await panelSays(workbench, 'Refused');
    same(posts(), 1, 'creates that were refused');

    api.sandbox.useScenario(undefined);
    await workbench.panel.getByRole('button', { name: 'Send Again' }).evaluate((button: HTMLElement) => {
      for (let click = 0; click < 20; click += 1) button.click();
    });
    await dialog.getByText('HelpCrunch refused the same customer').waitFor();
    await consent(workbench);
    await panelSays(workbench, 'Created');
    same(posts(), 2, 'creates after twenty clicks');
    same(api.sandbox.customers.length, 1, 'customers');

    await workbench.panel.getByRole('button', { name: 'Send Again' }).click();
    await dialog.getByText('The same customer was created').waitFor();
    await picture('consent-repeat');
    await page.waitForTimeout(answerableAfter);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    same(posts(), 2, 'creates after Enter where a second customer is possible');
  },
};

/** Runs in the page: presses the button that Enter would, as soon as the dialog is there, as a key that is held does. */
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
    await dialog.getByText(/The same customer was sent \d+ seconds? ago and may have been created/).waitFor();
    await picture('unknown-after-reload');
    await consent(workbench, 'Do not create');
    same(gate.came('creates'), 1, 'creates');
  },
};

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

export const sendAgain: Scenario = {
  name: 'what is sent again is the text as it is now; when that is gone, the customer of before, and both are said',
  files: { 'eve.customer.json': '{ "name": "Eve", "phone": "1" }\n' },
  async run({ workbench, api, picture }) {
    const { page, panel, dialog } = workbench;
    const again = panel.getByRole('button', { name: 'Send Again' });
    await workbench.openFile('eve.customer.json');
    await useProduction(workbench);
    await create(workbench);
    await consent(workbench);
    await panelSays(workbench, 'Created');

    await page.locator('.view-line').first().click();
    await goTo(workbench, 1, 15);
    await page.keyboard.insertText('lyn');
    await again.click();
    await dialog.getByText('The JSON was changed since').waitFor();
    await dialog.getByText('"name": "Evelyn"').waitFor();
    await picture('again-changed');
    await consent(workbench);
    await panel.getByText('Evelyn', { exact: true }).waitFor();

    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await again.click();
    await dialog.getByText('was not found any more').waitFor();
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
