import type { Locator } from 'playwright-core';
import type { Scenario } from '../scenario.ts';
import { chooseAction, goTo, panelSays, problems, same } from '../steps.ts';
import { retryUntil } from '../waits.ts';
import type { Workbench } from '../workbench.ts';

const list = `[
  {
    "name": "Ada Lovelace",
    "email": "eda@example.com",
    "userId": 1815,
    "firstSeen": "1603885746",
    "locale": "pt-br",
    "tags": [{ "name": "vip", "color": "#ff0000" }, { "name": "new", "color": "rebeccapurple" }]
  },
  {
    "name": "Charles Babbage",
    "email": "eda@example.com",
    "id": 5
  }
]
`;

export const language: Scenario = {
  name: 'customer JSON has each diagnostic, hover, swatch, completion and lens once, next to the built-in JSON server',
  files: { 'all.customers.json': list },
  async run({ workbench, picture }) {
    const { page } = workbench;
    const lenses = page.locator('.codelens-decoration');
    const swatches = page.locator('.colorpicker-color-decoration');
    const listed = page.locator('.markers-panel .monaco-list');
    const rules = page
      .frameLocator('iframe.webview.ready[src*="markdown-language-features"]')
      .frameLocator('#active-frame');
    const completions = page.locator('.suggest-widget .monaco-list-row');
    await workbench.openFile('all.customers.json');
    await page.locator('.squiggly-error').waitFor();
    // Once the built-in server shows a field's hover it has answered: a duplicate would be there by now.
    same(await hoverAt(workbench, 4, 6, ["The customer's email address."]), 1, 'hovers of a field');
    // The value has the field's description and the date, each once.
    same(
      await hoverAt(workbench, 6, 20, ['2020-10-28 11:49:06 UTC', 'When the customer first visited']),
      2,
      'hovers of a date',
    );
    await picture('language-hover');

    await lenses.nth(2).waitFor();
    same(
      await lenses.allInnerTexts(),
      ['Create all 2 · Sandbox', 'Create customer · Sandbox', 'Create customer · Sandbox'],
      'lenses',
    );
    await swatches.nth(1).waitFor();
    same(await swatches.count(), 2, 'swatches');
    const found = (await problems(workbench, 'all.customers.json', 5))
      .join('\n')
      .match(/(?<=helpcrunch\n)[a-z-]+/g);
    same(found, ['unknown-locale', 'number-as-text', 'duplicate-email', 'read-only-field'], 'diagnostics');
    await picture('language');
    await listed.getByText('read-only-field').click();
    await rules.getByRole('heading', { name: 'read-only-field' }).waitFor();
    await picture('language-rule');
    await workbench.run('View: Close All Editors in Group');

    await goTo(workbench, 7, 16);
    for (const _ of 'pt-br') await page.keyboard.press('Delete');
    await page.keyboard.insertText('Portu');
    await page.keyboard.press('Control+Space');
    await completions.filter({ hasText: 'Portuguese' }).waitFor();
    same(await completions.count(), 1, 'completions of a language by its name');
    await picture('language-locale');
    await page.keyboard.press('Enter');
    await listed.getByText('unknown-locale').waitFor({ state: 'detached' });

    const dates = page.locator('.view-line').filter({ hasText: '"2020-10-28T11:49:06Z"' });
    await openFixes(workbench, 6, 20, 'Convert to a date');
    await chooseAction(workbench, 'Convert to a date');
    await dates.waitFor();
    await openFixes(workbench, 6, 20, 'Convert to UNIX seconds');
    await chooseAction(workbench, 'Convert to UNIX seconds');
    await dates.waitFor({ state: 'detached' });

    await openFixes(workbench, 5, 16, 'Convert to text');
    await picture('language-fix');
    await chooseAction(workbench, 'Convert to text');
    await listed.getByText('number-as-text').waitFor({ state: 'detached' });
    await fixAll(workbench, listed.getByText('read-only-field'));
    await picture('language-fixed');

    await page.keyboard.press('Control+Shift+O');
    // The built-in server's symbols are listed too, and rows that are not visible are not in the page.
    await workbench.quickInput.locator('input.input').first().fill('@Charles');
    await workbench.quickInput.getByText('Charles Babbage').waitFor();
    await picture('language-symbols');
    same(await workbench.quickInput.getByText('Charles Babbage').count(), 1, 'symbols of a customer');
    await page.keyboard.press('Escape');
    await lenses.last().locator('a').click();
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Charles Babbage').first().waitFor();
    await picture('language-created');
  },
};

/**
 * Opens the list of fixes at a place. The editor looks for fixes a moment after the cursor moved or a diagnostic changed, and
 * drops a request from just before that.
 */
async function openFixes(workbench: Workbench, line: number, column: number, label: string): Promise<void> {
  const { page } = workbench;
  const rows = page.locator('.action-widget .monaco-list-row.action');
  await retryUntil(rows.filter({ hasText: label }), 'visible', async () => {
    if (await rows.first().isVisible()) await page.keyboard.press('Escape');
    await goTo(workbench, line, column);
    await page.keyboard.press('Control+.');
  });
}

/** Runs Fix All until a diagnostic is gone; the editor drops that as it drops a list of fixes. */
async function fixAll(workbench: Workbench, diagnostic: Locator): Promise<void> {
  await retryUntil(diagnostic, 'detached', async () => {
    await goTo(workbench, 6, 20);
    await workbench.run('Fix All');
  });
}

/** Shows the hover at a place with the editor's own command, and counts its parts once all texts are there. */
async function hoverAt(
  workbench: Workbench,
  line: number,
  column: number,
  texts: readonly string[],
): Promise<number> {
  const { page } = workbench;
  const parts = page.locator('.monaco-hover:visible .hover-row');
  await goTo(workbench, line, column);
  for (const text of texts) {
    // A hover does not update when a server starts after it was requested.
    await retryUntil(parts.filter({ hasText: text }).first(), 'visible', async () => {
      if (await parts.filter({ hasText: text }).first().isVisible()) return;
      if (await parts.first().isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
    });
  }
  return parts.count();
}
