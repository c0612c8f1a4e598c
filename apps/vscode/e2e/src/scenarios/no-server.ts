import { customerWith } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { consent, create, panelSays, same, toast } from '../steps.ts';

/** The last ports are nobody's; some of the first ones no fetch speaks to. */
export const nowhere = 'http://127.0.0.1:65535/v1';

export const noServer: Scenario = {
  name: 'where nobody answers it is said what is known: nothing was sent, or in a browser that nobody can tell',
  files: { 'ada.customer.json': customerWith({}) },
  async run({ workbench, host, picture }) {
    const { dialog, panel, quickInput, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await workbench.run('HelpCrunch: Add Account');
    await workbench.answer('Nowhere');
    await quickInput.getByText('its key for 127.0.0.1:65535').waitFor();
    await workbench.answer('a-key');
    await statusBar.getByText('HelpCrunch: Nowhere (live)').waitFor();
    await create(workbench);
    if (host.kind === 'node') {
      await panelSays(workbench, 'Not sent');
      await panel.getByText('The connection was refused').waitFor();
      await panel.getByText('the setting helpcrunch.baseUrl').waitFor();
    } else {
      await dialog.getByText('Duplicate check failed').waitFor();
      await consent(workbench);
      await panelSays(workbench, 'Unknown');
      await panel.getByText('use VS Code on a desktop or a remote').waitFor();
    }
    await picture('no-server');
    if (!host.change) return;
    // The key was saved for another address than the one that the settings name now.
    host.change({ 'helpcrunch.baseUrl': 'http://127.0.0.1:65534/v1' });
    await workbench.run('Notifications: Clear All Notifications');
    await create(workbench);
    await toast(workbench, 'A key goes to no other address');
    await picture('other-address');
    same(await dialog.count(), 0, 'questions about an account that cannot be used');
  },
};
