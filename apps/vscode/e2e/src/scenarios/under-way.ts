import type { Scenario, Scene } from '../scenario.ts';
import { addAccount, consent, create, goTo, panelSays, problems, same, toast } from '../steps.ts';

const names = ['Ada', 'Grace', 'Mary', 'Emmy', 'Sofya'];
const list = `[\n${names.map((name) => `  { "name": "${name}", "userId": "${name}-1" }`).join(',\n')}\n]\n`;
const ada = '{\n  "name": "Ada",\n  "email": "ada@example.com",\n  "phone": "1"\n}\n';

/** In milliseconds; any moment of a request that is held back will do. */
const latest = 400;

export const underWay: Scenario = {
  name: 'while a request is under way edits move what is found wrong, and a cancel at any moment is told as it was',
  files: { 'ada.customer.json': ada, 'all.customers.json': list },
  async run(scene) {
    const { workbench, api, gate, picture } = scene;
    const { page } = workbench;
    await workbench.openFile('ada.customer.json');
    await addAccount(workbench, 'Production', 'a-key');
    api.sandbox.useScenario('field-rejected');
    gate.hold('creates');
    await create(workbench);
    await consent(workbench);
    await toast(workbench, 'Creating a customer in Production');
    await page.locator('.view-line').first().click();
    await goTo(workbench, 1);
    await page.keyboard.insertText('\n');
    await goTo(workbench, 3, 12);
    await page.keyboard.insertText('Lady ');
    gate.hold(undefined);
    await panelSays(workbench, 'Refused');
    const listed = await problems(workbench, 1);
    same(
      listed.filter((row) => row.includes('Ln 4, Col 12')).length,
      1,
      'problems at the email, a line further down',
    );
    await picture('edited-under-way');

    api.sandbox.useScenario(undefined);
    await workbench.run('View: Toggle Panel Visibility');
    await workbench.openFile('all.customers.json');
    gate.hold('look-ups');
    await cancelled(scene, 1, 'Canceled');
    same(gate.came('creates'), 1, 'creates after a cancel before the request');
    gate.hold('creates');
    for (const [index] of names.slice(1).entries()) await cancelled(scene, index + 2, 'Unknown');
    await picture('cancelled-at-random');
    gate.hold(undefined);
    same(gate.came('creates'), 1 + names.length - 1, 'creates, one for each cancel after the request began');
  },
};

/** Cancels the create of a customer of the list at a moment that nobody chose. */
async function cancelled({ workbench }: Scene, line: number, title: string): Promise<void> {
  const { page, panel } = workbench;
  await page.locator('.editor-instance .view-line').first().click();
  await goTo(workbench, line + 1, 5);
  await create(workbench);
  // Before the request the duplicate check is under way, and nothing is asked yet.
  if (title === 'Unknown') await consent(workbench);
  const progress = await toast(workbench, 'Creating a customer in Production');
  await page.waitForTimeout(Math.random() * latest);
  await progress.hover();
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await panelSays(workbench, title);
  await panel.getByText(`${names[line - 1]}-1`, { exact: true }).waitFor();
  await workbench.run('Notifications: Clear All Notifications');
}
