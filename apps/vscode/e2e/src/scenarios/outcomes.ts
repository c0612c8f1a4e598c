import { customerWith, type Scenario } from '../scenario.ts';
import {
  consentTo,
  create,
  panelSays,
  problems,
  same,
  sandboxAnswers,
  toast,
  useProduction,
} from '../steps.ts';

/** With the button that answers, where an earlier attempt is a reason to ask. */
const expected = [
  ['bad-key', 'Not authorized'],
  ['rate-limited-retry-after', 'Rate limited'],
  ['unprocessable', 'Refused'],
  ['html-502', 'Unknown', 'Create'],
  ['user-id-taken', 'User ID taken', 'Create'],
] as const;

export const outcomes: Scenario = {
  name: 'each failure has its own panel',
  files: { 'failing.customer.json': customerWith({ email: 'failing@example.com', userId: '1822' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('failing.customer.json');
    for (const [scenario, title, answer] of expected) {
      await sandboxAnswers(workbench, scenario);
      await create(workbench);
      if (answer) await consentTo(workbench, title, answer);
      else await panelSays(workbench, title);
      await workbench.run('Notifications: Clear All Notifications');
      await picture(`outcome-${scenario}`);
    }
  },
};

/** The sample on one line, with another email. */
const rewritten =
  '{"name":"Ada Lovelace","email":"lady@example.com","userId":"1818","customData":{"plan":"pro"},"tags":[{"name":"vip","color":"#ff0000"}]}';

export const refusal: Scenario = {
  name: 'a refusal is underlined at the exact value, listed and linked, and removed when that text changes',
  files: { 'refused.customer.json': customerWith({ email: 'eva@example.com', userId: '1818' }) },
  async run({ workbench, picture, readmePicture }) {
    const { page } = workbench;
    const squiggles = page.locator('.squiggly-error');
    await workbench.openFile('refused.customer.json');
    await sandboxAnswers(workbench, 'field-rejected');
    await create(workbench);
    await panelSays(workbench, 'Refused');
    await squiggles.nth(2).waitFor();
    await readmePicture('refused.webp');
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
    // The file and the problems of the other values.
    await rows.nth(3).waitFor();
    await rows.nth(4).waitFor({ state: 'detached' });

    // Every line of the customer is rewritten with the same values.
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+A');
    // Pasted: the editor would close typed braces.
    await page.evaluate((text) => navigator.clipboard.writeText(text), rewritten);
    await page.keyboard.press('Control+V');
    await rows.filter({ hasText: `Ln 1, Col ${rewritten.indexOf('"vip"') + 1}` }).waitFor();
    // The file and the problems, found again.
    await rows.nth(3).waitFor();
    await rows.nth(4).waitFor({ state: 'detached' });
    await picture('found-again');
  },
};

export const blocked: Scenario = {
  name: 'a request that a firewall blocks is shown as blocked, without a question and without blaming the key',
  onlyIn: { host: 'node', because: 'a browser hides the page of a firewall from the extension' },
  files: { 'blocked.customer.json': customerWith({ email: 'blocked@example.com', userId: '1825' }) },
  async run({ workbench, gate, picture }) {
    const { dialog, panel } = workbench;
    await workbench.openFile('blocked.customer.json');
    await useProduction(workbench);
    gate.block();
    await create(workbench);
    await panelSays(workbench, 'Blocked');
    await panel.getByText('Duplicate check: 403').waitFor();
    await picture('blocked');
    same([await dialog.count(), gate.came('creates')], [0, 0], 'questions and creates');
    same(await panel.getByText('API key').count(), 0, 'sentences about the key');
  },
};

export const cancel: Scenario = {
  name: 'a cancel after the request began is unknown; while sending, the command is disabled',
  files: { 'slow.customer.json': customerWith({ email: 'slow@example.com', userId: '1821' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('slow.customer.json');
    await sandboxAnswers(workbench, 'slow');
    await create(workbench);
    const progress = await toast(workbench, 'Creating a customer in Sandbox');
    await workbench.page.keyboard.press('F1');
    await workbench.quickInput.locator('input.input').first().fill('>HelpCrunch: Create');
    await workbench.quickInput.locator('.monaco-list-row').first().waitFor();
    const rows = await workbench.quickInput.locator('.monaco-list-row').allInnerTexts();
    same(
      rows.some((row) => row.includes('Create Customer')),
      false,
      'the command is offered while sending',
    );
    await workbench.page.keyboard.press('Escape');
    await picture('sending');
    await progress.hover();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await panelSays(workbench, 'Unknown');
    await workbench.panel.getByText('you canceled after the request had begun').waitFor();
  },
};

export const bigBody: Scenario = {
  name: 'a response of megabytes does not hang the panel, and opens as a document',
  files: { 'big.customer.json': customerWith({ email: 'big@example.com', userId: '1819' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('big.customer.json');
    await sandboxAnswers(workbench, 'oversized-body');
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('its answer is too large to read').waitFor();
    const response = workbench.panel.getByRole('region', { name: 'Response', exact: true });
    await response.locator('summary').filter({ hasText: 'Body' }).click();
    await workbench.panel.getByText('Only the beginning').waitFor();
    await picture('big-body');
    await response.getByRole('button', { name: 'Open' }).click();
    const { page } = workbench;
    await page.locator('.editor-instance .monaco-editor[data-uri^="helpcrunch://texts/"]').waitFor();
  },
};
