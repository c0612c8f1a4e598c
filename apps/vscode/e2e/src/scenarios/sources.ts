import { customerWith, type Scenario } from '../scenario.ts';
import {
  chooseInMenu,
  consentTo,
  create,
  goTo,
  openMenu,
  panelSays,
  same,
  selectLines,
  toast,
} from '../steps.ts';

/** The menu entry of the editor and of the explorer. */
const createHere = 'Create HelpCrunch Customer';

export const createFromDocument: Scenario = {
  name: 'the first use needs no key: a document becomes a customer in the sandbox, and the editor keeps the focus',
  files: {
    'ada.customer.json': customerWith({ email: 'lovelace@example.com' }),
    'other.json': '{ "version": 1 }',
  },
  async run({ workbench, picture, readmePicture }) {
    await workbench.openFile('other.json');
    same(await workbench.statusBar.getByText('HelpCrunch:').count(), 0, 'accounts shown for other JSON');
    await workbench.openFile('ada.customer.json');
    await workbench.statusBar.getByText('HelpCrunch: Sandbox').waitFor();
    await create(workbench);
    await panelSays(workbench, 'Created');
    await picture('first-use');
    await readmePicture('created.webp', 'panel');
    same(await workbench.panel.getByText('plan', { exact: true }).count(), 1, 'custom data in the panel');
    const hasFocus = await workbench.page.evaluate(
      () => document.activeElement?.closest('.monaco-editor') !== null,
    );
    same(hasFocus, true, 'the editor has the focus');
  },
};

const text = `\uFEFF// 🙂 two customers in a note\r
{\r
  "email": "ida@example.com", // kept\r
  "notes": "🙂🙂",\r
},\r
{\r
  "name": "🙂", "locale": "pt-br",\r
}\r
this is not JSON\r
`;

export const createFromSelection: Scenario = {
  name: 'a selection is enough, from menu or palette, with comments, emoji, BOM and CRLF; errors name their place',
  files: { 'note.txt': text },
  async run({ workbench, picture }) {
    await workbench.openFile('note.txt');
    await goTo(workbench, 2);
    await selectLines(workbench, 4);
    await openMenu(workbench, createHere, () => workbench.page.keyboard.press('Shift+F10'));
    await chooseInMenu(workbench, createHere);
    await panelSays(workbench, 'Created');

    await workbench.page.locator('.view-line').first().click();
    await goTo(workbench, 6);
    await selectLines(workbench, 3);
    await create(workbench);
    await panelSays(workbench, 'Not sent');
    await workbench.panel.getByText('(line 7, column 27)').waitFor();
    await workbench.page.locator('.squiggly-error').first().waitFor();

    const squiggles = workbench.page.locator('.squiggly-error');
    await workbench.panel.getByRole('button', { name: 'Locale' }).click();
    await workbench.statusBar.getByText('(7 selected)').waitFor();
    await workbench.page.keyboard.press('Delete');
    await squiggles.first().waitFor({ state: 'detached' });
    // The editor learns late that the panel was clicked, and may take it for the active one.
    await workbench.page.locator('.view-line').first().click();
    await goTo(workbench, 9);
    await selectLines(workbench, 1);
    await create(workbench);
    await toast(workbench, 'Not sent: no customer in the selection (line 9, column 1).');
    same(await squiggles.count(), 0, 'squiggles in a text that is not JSON');
    await picture('not-json');
  },
};

const fixtures = `import { makeEmail } from './make-email';

export const customers = [
  { name: 'Hedy Lamarr', email: "hedy@example.com", tags: [{ name: 'vip' }], },
  { name: 'Joan Clarke', email: \`joan@example.com\` /* kept */ },
  { name: 'Radia Perlman', email: makeEmail('radia') },
];
`;

export const createFromCode: Scenario = {
  name: 'a part of an object literal in TypeScript stands for its customer, neighbors are two, and what is computed is named',
  files: { 'fixtures.ts': fixtures },
  async run({ workbench, picture }) {
    const { page, quickInput } = workbench;
    await workbench.openFile('fixtures.ts');
    await goTo(workbench, 4, 20);
    await selectLines(workbench, 1);
    await openMenu(workbench, createHere, () => page.keyboard.press('Shift+F10'));
    await chooseInMenu(workbench, createHere);
    await quickInput.getByText('Create which of 2 customers?').waitFor();
    await quickInput.getByText('2 Selected').waitFor();
    await picture('pick-neighbors');
    await page.keyboard.press('Enter');
    await panelSays(workbench, '2 of 2 created');

    await page.locator('.view-line').first().click();
    await goTo(workbench, 6, 10);
    await create(workbench);
    await toast(workbench, "the value of makeEmail('radia') is computed");
    same(await page.locator('.squiggly-error, .squiggly-warning').count(), 0, 'squiggles in valid code');
    await picture('computed');
  },
};

const list = `[
  { "name": "Ada Lovelace", "email": "augusta@example.com" },
  { "name": "Charles Babbage", "email": "charles@example.com" }
]
`;

export const pickFromList: Scenario = {
  name: 'from a list, customers are picked by name, all ticked to begin with, or one is by the cursor',
  files: { 'two.customers.json': list },
  async run({ workbench, picture }) {
    const { quickInput, page, panel } = workbench;
    await workbench.openFile('two.customers.json');
    await create(workbench);
    await quickInput.getByText('Create which of 2 customers?').waitFor();
    await quickInput.getByText('2 Selected').waitFor();
    await picture('pick');
    await quickInput.locator('.monaco-list-row').filter({ hasText: 'Ada' }).click();
    await quickInput.getByText('1 Selected').waitFor();
    await page.keyboard.press('Enter');
    await panelSays(workbench, 'Created');
    await panel.getByText('charles@example.com', { exact: true }).waitFor();

    await page.locator('.view-line').first().click();
    await goTo(workbench, 2, 10);
    await create(workbench);
    await panel.getByText('augusta@example.com', { exact: true }).waitFor();
  },
};

export const createFromExplorer: Scenario = {
  name: 'JSON files in the explorer have the menu entry, one or several, and other files do not',
  files: {
    'augusta.json': customerWith({ email: 'countess@example.com', userId: '1816' }),
    'charles.json': '{ "name": "Charles Babbage" }',
    'readme.txt': 'Ada',
  },
  async run({ workbench, picture }) {
    const { page, fileRow: row } = workbench;
    await row('readme.txt').click({ button: 'right' });
    const menu = page.locator('.monaco-menu:visible .action-item');
    await menu.filter({ hasText: 'Copy Path' }).first().waitFor();
    same(await menu.filter({ hasText: createHere }).count(), 0, 'entries on a text file');
    await page.keyboard.press('Escape');
    await openMenu(workbench, createHere, () => row('augusta.json').click({ button: 'right' }));
    await picture('explorer-menu');
    await chooseInMenu(workbench, createHere);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Ada Lovelace', { exact: true }).waitFor();

    await row('augusta.json').click();
    await row('charles.json').click({ modifiers: ['ControlOrMeta'] });
    await row('readme.txt').click({ modifiers: ['ControlOrMeta'] });
    await openMenu(workbench, createHere, () => row('charles.json').click({ button: 'right' }));
    await chooseInMenu(workbench, createHere);
    await workbench.quickInput.getByText('Create which of 2 customers?').waitFor();
    // Ada exists already: the user unticks her.
    await workbench.quickInput.locator('.monaco-list-row').filter({ hasText: 'Ada' }).click();
    await workbench.quickInput.getByText('1 Selected').waitFor();
    await page.keyboard.press('Enter');
    await workbench.panel.getByText('Charles Babbage', { exact: true }).waitFor();
  },
};

export const withoutEditor: Scenario = {
  name: 'without an editor, a customer comes from the clipboard, a file or a new file',
  files: { 'ada.json': customerWith({ userId: '1817' }) },
  async run({ workbench, picture }) {
    const { page } = workbench;
    await create(workbench);
    await workbench.quickInput.getByText('Paste from the Clipboard').waitFor();
    await picture('without-editor');
    await page.evaluate(() => navigator.clipboard.writeText('{"name": "Ada", "locale": "xx"}'));
    await workbench.choose('Paste from the Clipboard');
    await panelSays(workbench, 'Not sent');
    await workbench.panel.getByText('(line 1, column 27)').waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    await workbench.run('View: Close All Editors');
    await workbench.dialog.getByRole('button', { name: /Don't Save/ }).click();
    await page.locator('.editor-instance').first().waitFor({ state: 'detached' });

    await create(workbench);
    await workbench.choose('Pick a File');
    // The dialog is an input box with the path of the folder.
    await workbench.quickInput.getByText('Pick a customer').waitFor();
    await workbench.quickInput.locator('.monaco-list-row').filter({ hasText: 'ada.json' }).click();
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('ada@example.com', { exact: true }).waitFor();
    await workbench.run('View: Close All Editors');

    await create(workbench);
    await workbench.choose('New Customer File');
    await page.locator('.editor-instance .monaco-editor[data-uri$="new.customer.json"]').waitFor();
    await page.getByText('Ada Lovelace').first().waitFor();
    await create(workbench);
    await workbench.dialog.getByText('This email is already used by "Ada Lovelace"').waitFor();
    await picture('consent-email-used');
    await consentTo(workbench, 'Created', 'Create anyway');
    await picture('new-customer-file');
    same(await page.locator('.squiggly-error, .squiggly-warning').count(), 0, 'diagnostics in a new file');
  },
};
