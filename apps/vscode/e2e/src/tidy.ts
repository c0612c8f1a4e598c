import type { Workbench } from './workbench.ts';

/** Puts a window back for the next scenario: no editors, no dialogs, no notifications, no bottom panel. */
export async function tidy(workbench: Workbench): Promise<void> {
  const { page, dialog, toasts } = workbench;
  for (const [what, restore] of workbench.toRestore) {
    workbench.toRestore.delete(what);
    await restore();
  }
  const editors = page.locator('.editor-group-container:not(.empty)');
  if ((await editors.count()) > 0) {
    await workbench.run('View: Close All Editors');
    const closed = page.locator('.editor-group-container.empty');
    const discard = dialog.getByRole('button', { name: /Don't Save/ });
    await closed.or(discard).first().waitFor();
    if (await discard.isVisible()) await discard.click();
    await editors.first().waitFor({ state: 'detached' });
  }
  await dialog.waitFor({ state: 'detached' });
  if (await page.locator('.part.panel').isVisible()) await workbench.run('View: Toggle Panel Visibility');
  if ((await toasts.count()) > 0) await workbench.run('Notifications: Clear All Notifications');
  await toasts.first().waitFor({ state: 'detached' });
}
