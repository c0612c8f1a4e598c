import type { Scenario } from '../scenario.ts';
import { consent, create, panelSays, same, toast, useProduction } from '../steps.ts';

const note = `{ "name": "Ada Lovelace", "userId": "1815" }
{ "name": "Charles Babbage", "userId": "1791" }
{ "name": "Eve", "locale": "xx" }`;

export const severalSelections: Scenario = {
  name: 'several selections are created one after the other, after one question, and each is accounted for',
  files: { 'three.txt': note, 'empty.customers.json': '{}' },
  async run({ workbench, api, picture }) {
    const { page, panel, dialog, quickInput } = workbench;
    const posts = () => api.sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
    await workbench.openFile('empty.customers.json');
    await useProduction(workbench);
    await workbench.openFile('three.txt');
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Shift+Alt+I');
    await page.keyboard.press('Shift+Home');
    await workbench.statusBar.getByText('3 selections').waitFor();

    await create(workbench);
    await quickInput.getByText('3 customers: create which?').waitFor();
    await quickInput.getByText('3 Selected').waitFor();
    await picture('pick-several');
    await page.keyboard.press('Enter');
    await dialog.getByText('Create 2 customers in HelpCrunch, account Production?').waitFor();
    await dialog.getByText('1 more cannot be sent').waitFor();
    await picture('consent-several');
    same(api.sandbox.requests.length, 0, 'requests before consent');
    await consent(workbench);
    await panelSays(workbench, 'Not sent');
    await toast(workbench, '2 of 3 customers were created. Not created: "Eve".');
    same(posts(), 2, 'creates');
    await picture('several');
    await panel.getByRole('button', { name: '"Charles Babbage"' }).click();
    await panelSays(workbench, 'Created');
    await panel.getByText('1791', { exact: true }).waitFor();
  },
};
