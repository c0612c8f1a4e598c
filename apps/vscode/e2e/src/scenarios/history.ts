import type { Locator } from 'playwright-core';
import type { Scenario } from '../scenario.ts';
import { consent, create, panelSays, reloadWindow, same, toast, useProduction } from '../steps.ts';
import { retryUntil } from '../waits.ts';

export const history: Scenario = {
  name: 'the history has an unknown create on top, in a new window too; it is checked there, and its ID is copied',
  files: { 'history.customer.json': '{ "name": "Hedy Lamarr", "email": "hedy@example.com" }\n' },
  async run({ workbench, host, api, gate, picture }) {
    const { page, panel, statusBar } = workbench;
    await workbench.openFile('history.customer.json');
    await useProduction(workbench);
    gate.hold('creates');
    await create(workbench);
    await consent(workbench, () => gate.arrives('creates', 1));
    const progress = await toast(workbench, 'Creating a customer in Production');
    await progress.hover();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await panelSays(workbench, 'Unknown');
    gate.hold(undefined);
    const asSent = { name: 'Hedy Lamarr', email: 'hedy@example.com' };
    await arrivesLate(api.baseUrl, asSent);
    // A browser keeps no history.
    if (host.kind === 'node') await reloadWindow(workbench);

    await workbench.run('HelpCrunch: Focus on History View');
    const rows = page.locator('.pane-body .monaco-list-row');
    const row = rows.filter({ hasText: '"Hedy Lamarr"' }).first();
    await row.filter({ hasText: /Unknown · .* · Production/ }).waitFor();
    same(await rows.first().textContent(), await row.textContent(), 'the first row of the history');
    await picture('history-unknown');
    await clickInRow(row, 'Check Whether It Exists', panel.getByText('Found by lookup'));
    await panelSays(workbench, 'Created');
    await row.filter({ hasText: /ID \d+ · .* · Production/ }).waitFor();
    await picture('history');
    await clickInRow(row, 'Copy ID', statusBar.getByText('ID copied.'));
    same(gate.came('creates'), 2, 'creates, with the one that arrived late');
    await workbench.run('View: Show Explorer');
  },
};

/** The button shows while the pointer is on the row, and a row that was drawn again forgets that it is. */
async function clickInRow(row: Locator, name: string, effect: Locator): Promise<void> {
  await retryUntil(effect, 'visible', async () => {
    await row.page().mouse.move(0, 0);
    await row.hover();
    await row
      .getByRole('button', { name })
      .click({ timeout: 5000 })
      .catch(() => undefined);
  });
}

/** What a proxy does that passes a request on after its client gave up. */
async function arrivesLate(baseUrl: string, customer: object): Promise<void> {
  const headers = { authorization: 'Bearer a-key', 'content-type': 'application/json' };
  const { status } = await fetch(`${baseUrl}/customers`, {
    method: 'POST',
    headers,
    body: JSON.stringify(customer),
  });
  same(status, 201, 'the response to a request that arrived late');
}
