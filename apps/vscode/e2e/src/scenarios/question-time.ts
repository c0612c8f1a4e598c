import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OtherExtension } from '../node-host.ts';
import { artifacts } from '../places.ts';
import type { Scenario } from '../scenario.ts';
import { addAccount } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

const windowsEach = 6;

/** Its only command shows a dialog: what the editor and its extension host take for that alone. */
export const dialogExtension: OtherExtension = {
  manifest: {
    publisher: 'peer',
    name: 'dialog',
    version: '1.0.0',
    engines: { vscode: '^1.101.0' },
    // Like ours, it is active before its command runs.
    activationEvents: ['onStartupFinished'],
    contributes: { commands: [{ command: 'peer.ask', title: 'Peer: Ask' }] },
  },
  main: `const vscode = require('vscode');
exports.activate = ({ subscriptions }) =>
  subscriptions.push(
    vscode.commands.registerCommand('peer.ask', () =>
      vscode.window.showWarningMessage('Create this customer?', { modal: true, detail: 'A name' }, 'Create'),
    ),
  );
`,
};

export const questionTime: Scenario = {
  name: 'a live create is asked about at once in a window that was just reloaded, measured for the benchmark',
  onlyByName: true,
  onlyIn: { host: 'node', because: 'a reload loses the accounts in the other host' },
  // It has nothing to search for: the duplicate check is not part of the time.
  files: { 'ada.customer.json': '{ "name": "Ada Lovelace" }\n' },
  async run({ workbench, host }) {
    const { page, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await addAccount(workbench, 'Production', 'any-key');
    const commands = {
      ours: 'HelpCrunch: Create Customer',
      'a command that only shows a dialog': 'Peer: Ask',
    };
    const measured: Record<string, number[]> = {};
    for (let window = 0; window < windowsEach; window += 1) {
      // A window each: the first dialog of a window takes longer than the second.
      for (const [name, command] of Object.entries(commands)) {
        await page.reload();
        // A window that is gone at once does not remember what was open.
        await workbench.openFile('ada.customer.json');
        await statusBar.getByText('HelpCrunch: Production (live)').waitFor();
        const milliseconds = await millisecondsToDialog(workbench, command, 'Cancel');
        measured[name] = [...(measured[name] ?? []), milliseconds];
      }
    }
    writeFileSync(join(artifacts, `${host.kind}-dialog-milliseconds.json`), JSON.stringify(measured));
    for (const [name, times] of Object.entries(measured))
      console.log(`  from the click to the question, ${name}: ${times.map(Math.round)} ms`);
  },
};

/** Runs a command that asks something, and closes its dialog. Measured in the page, without the driver's round trips. */
async function millisecondsToDialog(workbench: Workbench, command: string, close: string): Promise<number> {
  const { page, dialog } = workbench;
  await page.evaluate(() => {
    let clicked = Number.NaN;
    const note = () => {
      clicked = performance.now();
    };
    document.addEventListener('mousedown', note, { capture: true });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.monaco-dialog-box')) return;
      document.body.dataset['dialogAfter'] = String(performance.now() - clicked);
      document.removeEventListener('mousedown', note, { capture: true });
      observer.disconnect();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await workbench.run(command);
  await dialog.getByRole('button', { name: close, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  return page.evaluate(() => Number(document.body.dataset['dialogAfter']));
}
