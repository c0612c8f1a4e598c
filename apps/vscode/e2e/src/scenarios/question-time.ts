import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from '../places.ts';
import { customerWith, type Scenario } from '../scenario.ts';
import { addAccount } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

const windows = 5;

/** A dialog that the editor shows without an extension. */
const editorsOwn = 'Help: About';

export const questionTime: Scenario = {
  name: 'a live create is asked about at once in a window that was just reloaded, measured for the benchmark',
  onlyByName: true,
  onlyIn: { host: 'node', because: 'a reload loses the accounts in the other host' },
  files: { 'ada.customer.json': customerWith({}) },
  async run({ workbench, host }) {
    const { page, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await addAccount(workbench, 'Production', 'any-key');
    const own: number[] = [];
    const about: number[] = [];
    for (let window = 0; window < windows; window += 1) {
      await page.reload();
      // A window that is gone at once does not remember what was open.
      await workbench.openFile('ada.customer.json');
      await statusBar.getByText('HelpCrunch: Production (live)').waitFor();
      own.push(await millisecondsToDialog(workbench, 'HelpCrunch: Create Customer', 'Cancel'));
      about.push(await millisecondsToDialog(workbench, editorsOwn, 'OK'));
    }
    const measured = { ours: own, 'VS Code’s own About': about };
    writeFileSync(join(artifacts, `${host.kind}-dialog-milliseconds.json`), JSON.stringify(measured));
    console.log(
      `  from the click to the question: ${own.map(Math.round)} ms; About: ${about.map(Math.round)}`,
    );
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
