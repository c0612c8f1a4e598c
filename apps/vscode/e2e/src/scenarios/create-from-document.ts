import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { create, panelSays, same } from '../steps.ts';

export const createFromDocument: Scenario = {
  name: 'the first use needs no key: a document becomes a customer in the sandbox, and focus stays',
  files: {
    'ada.customer.json': customerWith({ email: 'lovelace@example.com' }),
    'other.json': '{ "version": 1 }',
  },
  async run({ workbench, picture, readmePicture }) {
    await workbench.openFile('other.json');
    same(await workbench.statusBar.getByText('HelpCrunch:').count(), 0, 'accounts named beside other JSON');
    await workbench.openFile('ada.customer.json');
    await workbench.statusBar.getByText('HelpCrunch: Sandbox').waitFor();
    await create(workbench);
    await panelSays(workbench, 'Created');
    await picture('created');
    await readmePicture('created');
    same(await workbench.panel.getByText('plan', { exact: true }).count(), 1, 'custom data in the panel');
    const hasFocus = await workbench.page.evaluate(
      () => document.activeElement?.closest('.monaco-editor') !== null,
    );
    same(hasFocus, true, 'the editor has the focus');
  },
};
