import type { Scenario } from '../scenario.ts';

const all = `[
  {
    "name": "Ada Lovelace",
    "email": "ada@example.com",
    "userId": 1815,
    "firstSeen": "1603885746",
    "locale": "pt-br",
    "tags": [{ "name": "vip", "color": "#ff0000" }, { "name": "new", "color": "rebeccapurple" }],
    "customData": { "plan": "pro" }
  },
  {
    "name": "Charles Babbage",
    "userId": "1791",
    "id": 5
  }
]
`;

export const language: Scenario = {
  name: 'customer JSON: findings, hovers, swatches, completion and lens, each once',
  files: {
    'all.customers.json': all,
    'other.json': '{ "locale": "pt-br" }',
    'named.json': '{ "$schema": "helpcrunch://schemas/customer.json", "locale": "pt-br" }',
  },
  async run({ workbench, picture }) {
    const { page } = workbench;
    await workbench.openFile('other.json');
    await page.waitForTimeout(4000);
    await workbench.openFile('all.customers.json');
    await page.getByText('Create in HelpCrunch').first().waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    await page.waitForTimeout(3000);
    await picture('language-1');
    await workbench.run('View: Focus Problems');
    await page.locator('.markers-panel a').filter({ hasText: 'unknown-locale' }).click();
    await page.waitForTimeout(3000);
    await picture('language-2');
    await page.locator('.view-line').nth(2).click();
    await page.keyboard.press('End');
    await page.keyboard.insertText(' ');
    await page.waitForTimeout(3000);
    await picture('language-3');
  },
};
