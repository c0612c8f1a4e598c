import type { Scenario } from '../scenario.ts';
import { chooseInMenu, create, goTo, panelSays, problems, selectLines, toast } from '../steps.ts';

const text = `\uFEFF// 🙂 two customers in a note\r
{\r
  "email": "ida@example.com", // kept\r
  "notes": "🙂🙂",\r
},\r
{\r
  "name": "🙂", "locale": "pt-br",\r
}\r
this is no JSON\r
`;

export const createFromSelection: Scenario = {
  name: 'a selection is enough, by menu or palette, with comments, emoji, BOM and CRLF; what is wrong is said where',
  files: { 'note.txt': text },
  async run({ workbench, picture }) {
    await workbench.openFile('note.txt');
    await goTo(workbench, 2);
    await selectLines(workbench, 4);
    await workbench.page.keyboard.press('Shift+F10');
    await chooseInMenu(workbench, 'Create Customer');
    await panelSays(workbench, 'Created');

    await workbench.page.locator('.view-line').first().click();
    await goTo(workbench, 6);
    await selectLines(workbench, 3);
    await create(workbench);
    await panelSays(workbench, 'Not sent');
    await toast(workbench, '(line 7, column 27)');
    await workbench.page.locator('.squiggly-error').first().waitFor();

    await goTo(workbench, 9);
    await selectLines(workbench, 1);
    await create(workbench);
    await toast(workbench, 'Invalid JSON');
    await problems(workbench, 'note.txt', 2);
    await picture('not-json');
  },
};
