import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, problems, same, sandboxAnswers } from '../steps.ts';

/** The sample on one line, with another email. */
const rewritten =
  '{"name":"Ada Lovelace","email":"lady@example.com","userId":"1818","customData":{"plan":"pro"},"tags":[{"name":"vip","color":"#ff0000"}]}';

export const refusal: Scenario = {
  name: 'a refusal is underlined at the exact value, listed, linked, and gone when that text changes',
  files: { 'refused.customer.json': customerWith({ email: 'eva@example.com', userId: '1818' }) },
  async run({ workbench, picture, readmePicture }) {
    const { page } = workbench;
    const squiggles = page.locator('.squiggly-error');
    await workbench.openFile('refused.customer.json');
    await sandboxAnswers(workbench, 'field-rejected');
    await create(workbench);
    await panelSays(workbench, 'Refused');
    await squiggles.nth(2).waitFor();
    await readmePicture('refused');
    const listed = await problems(workbench, 'refused.customer.json', 4);
    for (const place of ['Ln 3, Col 12', 'Ln 5, Col 22']) {
      same(listed.filter((row) => row.includes(place)).length, 1, `problems at ${place}`);
    }
    await picture('refused');

    await workbench.panel.getByRole('button', { name: 'email' }).click();
    await workbench.statusBar.getByText(/Ln 3, Col \d+ \(17 selected\)/).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.insertText(' ');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'Ln 3, Col 13' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.insertText('x');
    await rows.filter({ hasText: 'email address' }).waitFor({ state: 'detached' });
    same(await rows.count(), 4, 'the file and the problems of the other values');

    // Every line of the customer is written anew, and the values stay.
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    // Pasted: typed braces would be closed by the editor.
    await page.evaluate((text) => navigator.clipboard.writeText(text), rewritten);
    await page.keyboard.press('Control+V');
    await rows.filter({ hasText: `Ln 1, Col ${rewritten.indexOf('"vip"') + 1}` }).waitFor();
    same(await rows.count(), 4, 'the file and the problems, found again');
    await picture('found-again');
  },
};
