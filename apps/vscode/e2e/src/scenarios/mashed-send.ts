import type { Scenario } from '../scenario.ts';
import { answerableAfter, consent, create, panelSays, same, useProduction } from '../steps.ts';

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
