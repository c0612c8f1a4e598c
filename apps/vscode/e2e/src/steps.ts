import type { Locator } from 'playwright-core';
import { retryUntil } from './waits.ts';
import type { Workbench } from './workbench.ts';

/** Waits for the panel to have a heading, which names the outcome. */
export async function panelSays(workbench: Workbench, title: string): Promise<void> {
  await workbench.panel.getByRole('heading', { level: 1, name: title }).waitFor();
}

export async function create(workbench: Workbench): Promise<void> {
  await workbench.run('HelpCrunch: Create Customer');
}

/**
 * Answers the question before a create, and waits for the effect. An answer that comes too soon after the question does not
 * count: the question is there again, and is answered again.
 */
export async function answerQuestion(
  { dialog }: Workbench,
  answer: () => Promise<void>,
  effect: () => Promise<void>,
): Promise<void> {
  const answered = effect().then(() => true);
  do {
    const box = await dialog.elementHandle();
    await answer();
    await box?.waitForElementState('hidden');
  } while (!(await Promise.race([answered, dialog.waitFor().then(isNotAnswered, isNotAnswered)])));
}

const isNotAnswered = () => false;

/** Chooses a button of the question before a create, and waits for the effect. */
export async function consent(
  workbench: Workbench,
  effect: () => Promise<void>,
  button = 'Create',
): Promise<void> {
  const chosen = workbench.dialog.getByRole('button', { name: button, exact: true });
  await chosen.waitFor();
  await answerQuestion(workbench, () => chosen.click(), effect);
}

/** `consent` to a create that ends with an outcome, which the panel then shows. */
export async function consentTo(workbench: Workbench, title: string, button?: string): Promise<void> {
  await consent(workbench, () => panelSays(workbench, title), button);
}

/** Makes the sandbox answer in another way, until the scenario ends. */
export async function sandboxAnswers(workbench: Workbench, scenario: string): Promise<void> {
  await workbench.run('HelpCrunch: Choose How the Sandbox Responds');
  await workbench.choose(scenario);
  await workbench.statusBar.getByText(`The sandbox simulates ${scenario}`).waitFor();
  workbench.toRestore.set('sandbox', () => backToNormal(workbench));
}

/** Ends a failure that the sandbox simulates. */
export async function backToNormal(workbench: Workbench): Promise<void> {
  workbench.toRestore.delete('sandbox');
  await workbench.run('HelpCrunch: Sandbox: Back to Normal');
  await workbench.statusBar.getByText('The sandbox responds as documented.').waitFor();
}

/** Moves the cursor with the editor's own command, and waits until the status bar shows it. */
export async function goTo(workbench: Workbench, line: number, column = 1): Promise<void> {
  // A dialog that is closing still takes the keys.
  const input = workbench.quickInput.locator('input.input').first();
  await retryUntil(input, 'visible', () => workbench.page.keyboard.press('Control+G'));
  await workbench.answer(`:${line}:${column}`);
  await workbench.statusBar.getByText(`Ln ${line}, Col ${column}`, { exact: true }).waitFor();
}

/** Selects lines from the cursor, with Shift and the arrow keys. */
export async function selectLines(workbench: Workbench, lines: number): Promise<void> {
  for (let line = 0; line < lines; line += 1) await workbench.page.keyboard.press('Shift+ArrowDown');
  await workbench.statusBar.getByText('selected').waitFor();
}

/** Makes sure that the live account "Production" is in use. Customer JSON must be in view. */
export async function useProduction(workbench: Workbench): Promise<void> {
  const account = workbench.statusBar.getByText(/HelpCrunch: (Production \(live\)|Sandbox)/).first();
  const label = await account.textContent();
  if (label?.includes('Sandbox')) await addAccount(workbench, 'Production', 'a-key');
}

/** Adds a live account, which is in use from then on. The API must accept its key. */
export async function addAccount(workbench: Workbench, label: string, key: string): Promise<void> {
  await typeAccount(workbench, label, key);
  await workbench.statusBar.getByText(`HelpCrunch: ${label} (live)`).waitFor();
}

/** Answers what "Add Account" asks: name, base URL and key. */
export async function typeAccount(workbench: Workbench, label: string, key: string): Promise<void> {
  const { quickInput, page } = workbench;
  await workbench.run('HelpCrunch: Add Account');
  await quickInput.getByText('Add an account: name').waitFor();
  await workbench.answer(label);
  await quickInput.getByText('Add an account: base URL').waitFor();
  await page.keyboard.press('Enter');
  await quickInput.getByText('API key for 127.0.0.1').waitFor();
  const type = await quickInput.locator('input.input').first().getAttribute('type');
  same(type, 'password', 'the kind of the box for the key');
  await workbench.answer(key);
}

/** Chooses what "Manage Accounts…" does with an account. */
export async function manageAccount(workbench: Workbench, label: string, action: string): Promise<void> {
  const { quickInput } = workbench;
  await workbench.run('HelpCrunch: Manage Accounts…');
  await quickInput.getByText('Manage accounts').waitFor();
  await workbench.choose(label);
  await quickInput.getByText(label, { exact: true }).waitFor();
  await workbench.choose(action);
}

/** With the editor's own command: it waits for what is still being stored. */
export async function reloadWindow(workbench: Workbench): Promise<void> {
  // The sandbox lasts as long as the window.
  workbench.toRestore.delete('sandbox');
  const loaded = workbench.page.waitForEvent('load');
  await workbench.run('Developer: Reload Window');
  await loaded;
}

/**
 * Waits for a notification that is still to be seen or used, a toast where the editor shows one: of the notifications of one
 * moment it shows three, and of the others only their list.
 */
export async function toast(workbench: Workbench, text: string): Promise<Locator> {
  const { page, toasts } = workbench;
  const listed = page.locator('.notifications-center .notification-list-item');
  const found = toasts.or(listed).filter({ hasText: text }).first();
  let isAwaited = true;
  await retryUntil(found, 'visible', async () => {
    if (!isAwaited) await workbench.run('Notifications: Show Notifications');
    isAwaited = false;
  });
  return found;
}

/** Waits for a notification whether or not it has a toast. Clears all of them. */
export async function notification(workbench: Workbench, text: string): Promise<void> {
  await workbench.run('Notifications: Show Notifications');
  await workbench.page
    .locator('.notifications-center .notification-list-item')
    .filter({ hasText: text })
    .first()
    .waitFor();
  await workbench.run('Notifications: Clear All Notifications');
}

/** Opens a menu until it has an item: in a new window, extensions add theirs late, and an open menu does not change. */
export async function openMenu({ page }: Workbench, label: string, open: () => Promise<void>): Promise<void> {
  const menu = page.locator('.monaco-menu:visible');
  await retryUntil(menu.locator('.action-item').filter({ hasText: label }).first(), 'visible', async () => {
    if (await menu.first().isVisible()) await page.keyboard.press('Escape');
    await menu.first().waitFor({ state: 'detached' });
    await open();
  });
}

/** Chooses in the menu that is open. */
export async function chooseInMenu(workbench: Workbench, label: string): Promise<void> {
  const item = workbench.page.locator('.monaco-menu:visible .action-item').filter({ hasText: label });
  const focusedItem = workbench.page
    .locator('.monaco-menu:visible .action-item.focused')
    .filter({ hasText: label });
  await item.waitFor();
  // The menu fades in, and ignores the mouse before that.
  await workbench.page
    .locator('.monaco-menu:visible')
    .evaluate((menu) => Promise.all(menu.getAnimations({ subtree: true }).map(({ finished }) => finished)));
  // The editor ignores a click that comes soon after the menu opened. Enter chooses the item under the mouse at any time.
  await item.hover();
  await focusedItem.waitFor();
  await workbench.page.keyboard.press('Enter');
  await item.waitFor({ state: 'hidden' });
}

/** Chooses in the list of quick fixes or of ways to paste, with keys: a layer above it takes the mouse. */
export async function chooseAction({ page }: Workbench, label: string): Promise<void> {
  const rows = page.locator('.action-widget .monaco-list-row.action');
  const focused = page.locator('.action-widget .monaco-list-row.focused').filter({ hasText: label });
  await rows.filter({ hasText: label }).waitFor();
  for (let row = await rows.count(); row > 0 && !(await focused.isVisible()); row -= 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/**
 * The rows of the Problems view for a file, once there are as many as expected. The view keeps those of closed files, so it is
 * filtered by the file's name.
 */
export async function problems(workbench: Workbench, file: string, count: number): Promise<string[]> {
  const { page } = workbench;
  const rows = page.locator('.markers-panel .monaco-list-row');
  const otherFiles = page
    .locator('.markers-panel .monaco-list-row[aria-level="1"]')
    .filter({ hasNotText: file })
    .first();
  const filter = page.getByPlaceholder('Filter (e.g. text, **/*.ts');
  if (!(await filter.isVisible())) await workbench.run('View: Focus Problems (Errors, Warnings, Infos)');
  await retryUntil(otherFiles, 'detached', async () => {
    // A view that is still loading shows the text, and does not filter by it.
    await filter.fill('');
    await filter.fill(file);
  });
  // The first row is the file.
  await rows.nth(count).waitFor();
  return rows.allInnerTexts();
}

/** @throws unless two values are the same, with both. */
export function same(got: unknown, wanted: unknown, what: string): void {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  }
}
